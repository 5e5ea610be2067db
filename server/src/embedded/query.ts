import { evaluate } from './aggregate/expressions.ts'
import { optionsFor } from './aggregate/pipeline.ts'
import type { PipelineRequest, Source } from './aggregate/request.ts'
import { type Collator, compare } from './compare.ts'
import { CommandError } from './errors.ts'
import { compileQuery, type Found, type MatchOptions, type Predicate } from './match/compile.ts'
import { noteScore, scoreOf } from './match/text.ts'
import { fieldsOf, pick } from './pick.ts'
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
  /** The expressions a `let` binds to names. */
  readonly variables?: Doc
  /** What `$$name` stands for, where that is known already. */
  readonly bound?: Doc
  /** When it has to be done, in milliseconds since the epoch. */
  readonly deadline?: number | undefined
}

/** A stored document that a query found. */
export interface Match {
  readonly stored: Stored
  /** The array index that `$` stands for. */
  readonly position: number | undefined
  /** How well it fits a text search. */
  readonly score?: number | undefined
}

/** The document of a match, anew: the caller may change it. */
export const documentOf = ({ stored, score }: Match): Doc => noteScore(decode(stored.bytes), score)

/** How a database is read by stages that join other collections. */
export const sourceOf = (store: Store, database: string): Source => ({
  *find(name, query, variables) {
    for (const match of find(store, `${database}.${name}`, { query, bound: variables }))
      yield documentOf(match)
  },
})

export const pipelineRequest = (
  store: Store,
  database: string,
  variables: Doc,
  collator?: Collator,
): PipelineRequest => ({ source: sourceOf(store, database), variables: evaluated(variables), collator })

/** What a `let` binds are expressions themselves. */
const evaluated = (variables: Doc): Doc =>
  Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, evaluate({}, value)]))

/** What queries, updates and projections on a namespace need beyond themselves. */
export function matchOptions(store: Store, namespace: string, given: Partial<Request>): MatchOptions {
  const { variables = {}, bound, collator, deadline } = given
  let request: PipelineRequest | undefined
  const evaluateExpression = (doc: Doc, expression: unknown): unknown => {
    const database = namespace.slice(0, namespace.indexOf('.'))
    request ??= bound
      ? { source: sourceOf(store, database), variables: bound, collator }
      : pipelineRequest(store, database, variables, collator)
    return evaluate(doc, expression, optionsFor(request))
  }
  const textWeights = store.collection(namespace)?.indexes.find(({ weights }) => weights)?.weights
  return { collator, evaluate: evaluateExpression, textWeights, deadline }
}

export const planOf = (collection: Collection, { query, sort, hint, collator }: Request): Plan =>
  choosePlan(collection, { query, sort: sort ?? [], hint, collator })

/**
 * The documents that match, sorted, skipped and limited. Lazy, unless they have to be sorted in memory; but a query that
 * is none is refused at once, even where there is no collection.
 */
export function find(store: Store, namespace: string, request: Request): Iterable<Match> {
  const matches = compileQuery(request.query, matchOptions(store, namespace, request))
  const collection = store.collection(namespace)
  if (!collection) return []
  const plan = planOf(collection, request)
  const everything = Object.keys(request.query).length === 0
  const found = everything
    ? unfiltered(collection, plan)
    : filtered(collection, plan, matches, fieldsOf(request.query), request.deadline)
  return cut(plan.isSorted ? found : sortedMatches(found, request), request)
}

function* unfiltered(collection: Collection, plan: Plan): Generator<Match> {
  for (const stored of candidates(collection, plan)) yield { stored, position: undefined }
}

/** Looking at the clock costs more than matching a document. */
const documentsPerLook = 64

function* filtered(
  collection: Collection,
  plan: Plan,
  matches: Predicate,
  fields: ReadonlySet<string> | undefined,
  deadline = Number.POSITIVE_INFINITY,
): Generator<Match> {
  let seen = 0
  for (const stored of candidates(collection, plan)) {
    if (++seen % documentsPerLook === 0 && Date.now() > deadline)
      throw new CommandError('MaxTimeMSExpired', 'operation exceeded time limit')
    const found: Found = {}
    const doc = pick(stored.bytes, fields)
    if (matches(doc, found)) yield { stored, position: found.position, score: scoreOf(doc) }
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
  const fields = fieldsOf(Object.fromEntries(sort.map(({ path }) => [path, 1])))
  let kept: Keyed[] = []
  for (const match of matches) {
    kept.push({
      match,
      keys: sortKeys(noteScore(pick(match.stored.bytes, fields), match.score), sort, collator),
    })
    if (kept.length > 2 * wanted + 1000) kept = kept.sort(order).slice(0, wanted)
  }
  for (const { match } of kept.sort(order)) yield match
}
