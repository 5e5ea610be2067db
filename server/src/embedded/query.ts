import { evaluate } from './aggregate/expressions.ts'
import { optionsFor } from './aggregate/pipeline.ts'
import type { PipelineRequest, Source } from './aggregate/request.ts'
import { type Collator, compare } from './compare.ts'
import { compileQuery, type Found, type MatchOptions } from './match/compile.ts'
import { candidates, choosePlan, type Plan } from './plan/plan.ts'
import { type Direction, sortKeys } from './sort.ts'
import type { Collection, Stored } from './storage/collection.ts'
import type { Store } from './storage/store.ts'
import { type Doc, decode } from './values.ts'

export interface Request {
  readonly query: Doc
  readonly sort?: readonly Direction[]
  readonly skip?: number
  /** No limit when 0 or absent. */
  readonly limit?: number
  readonly hint?: unknown
  readonly collator?: Collator | undefined
  /** What `$$name` stands for in expressions. */
  readonly variables?: Doc
}

/** A stored document that a query found; `position` is the array index that `$` stands for. */
export interface Match {
  readonly stored: Stored
  readonly position: number | undefined
}

/** How a database is read by stages that join other collections. */
export const sourceOf = (store: Store, database: string): Source => ({
  *find(name, query, variables) {
    const collection = store.collection(`${database}.${name}`)
    if (!collection) return
    for (const { stored } of find(store, collection, { query, variables })) yield decode(stored.bytes)
  },
})

export const pipelineRequest = (
  store: Store,
  database: string,
  variables: Doc,
  collator?: Collator,
): PipelineRequest => ({
  source: sourceOf(store, database),
  variables,
  collator,
})

/** What queries, updates and projections need to evaluate expressions. */
export function matchOptions(
  store: Store,
  namespace: string,
  { variables = {}, collator }: Partial<Request>,
): MatchOptions {
  let request: PipelineRequest | undefined
  const evaluateExpression = (doc: Doc, expression: unknown): unknown => {
    request ??= pipelineRequest(store, namespace.slice(0, namespace.indexOf('.')), variables, collator)
    return evaluate(doc, expression, optionsFor(request))
  }
  return { collator, evaluate: evaluateExpression }
}

export const planOf = (collection: Collection, { query, sort, hint, collator }: Request): Plan =>
  choosePlan(collection, { query, sort: sort ?? [], hint, collator })

/** The documents that match, sorted, skipped and limited. Lazy, unless they have to be sorted in memory. */
export function find(store: Store, collection: Collection, request: Request): Generator<Match> {
  // Compiled at once, so that a bad query is refused before a cursor is made of it.
  const matches = compileQuery(request.query, matchOptions(store, collection.namespace, request))
  const plan = planOf(collection, request)
  const matchesAll = Object.keys(request.query).length === 0
  return cut(plan.isSorted ? filtered() : sortedMatches(filtered(), request), request)

  function* filtered(): Generator<Match> {
    for (const stored of candidates(collection, plan)) {
      if (matchesAll) {
        yield { stored, position: undefined }
        continue
      }
      const found: Found = {}
      if (matches(decode(stored.bytes), found)) yield { stored, position: found.position }
    }
  }
}

function* cut(matches: Iterable<Match>, { skip = 0, limit = 0 }: Request): Generator<Match> {
  let skipped = 0
  let given = 0
  for (const match of matches) {
    if (skipped < skip) {
      skipped++
      continue
    }
    yield match
    if (++given === limit) return
  }
}

interface Keyed {
  readonly match: Match
  readonly keys: readonly unknown[]
}

/** Sorts in memory; with a limit never more than about twice as many are held. */
function* sortedMatches(
  matches: Iterable<Match>,
  { sort = [], skip = 0, limit = 0, collator }: Request,
): Generator<Match> {
  const order = (a: Keyed, b: Keyed): number => {
    for (const [i, { descending }] of sort.entries()) {
      const difference = compare(a.keys[i], b.keys[i], collator)
      if (difference !== 0) return descending ? -difference : difference
    }
    return 0
  }
  const wanted = limit > 0 ? skip + limit : Number.POSITIVE_INFINITY
  let kept: Keyed[] = []
  for (const match of matches) {
    kept.push({ match, keys: sortKeys(decode(match.stored.bytes), sort, collator) })
    if (kept.length > 2 * wanted + 1000) kept = kept.sort(order).slice(0, wanted)
  }
  for (const { match } of kept.sort(order)) yield match
}
