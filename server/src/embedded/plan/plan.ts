import type { Collator } from '../compare.ts'
import { CommandError } from '../errors.ts'
import { compileQuery, isOperators } from '../match/compile.ts'
import { textQuery } from '../match/text.ts'
import type { Direction } from '../sort.ts'
import type { Collection, Stored } from '../storage/collection.ts'
import type { Index } from '../storage/indexes.ts'
import type { Range } from '../storage/scan.ts'
import { type Doc, isDoc, Rank } from '../values.ts'
import { anyOf, type Bound, boundsOf, bytesOf, type Interval, intersect, reversed } from './bounds.ts'

/** How the candidates of a query are found. The matcher still has to check each. */
export interface Plan {
  /** Undefined for a scan of the whole collection. */
  readonly index?: Index
  readonly ranges: readonly Range[]
  readonly reverse: boolean
  /** Whether the candidates come in the order asked for. */
  readonly isSorted: boolean
  /** The plans of the clauses of an `$or`, each with an index of its own. */
  readonly either?: readonly Plan[]
}

export interface PlanRequest {
  readonly query: Doc
  readonly sort?: readonly Direction[]
  readonly hint?: unknown
  readonly collator?: Collator | undefined
}

const wholeRange: Range = { from: Buffer.alloc(0), to: Buffer.from([0xff]) }

/** An `$in` may make this many ranges, and an `$in` times an `$in` less; what is beyond is left to the matcher. */
const maxRanges = 50_000
const maxProduct = 2000

interface Choice {
  readonly plan: Plan
  readonly equalities: number
  readonly ranges: number
}

/** Picks by equalities, then ranges, then whether the index gives the sort; a hint picks alone. */
export function choosePlan(collection: Collection, request: PlanRequest): Plan {
  const { query, sort = [], hint, collator } = request
  const scan: Plan = { ranges: [], reverse: false, isSorted: sort.length === 0 }
  const natural = naturalOrder(hint) ?? naturalOrderOf(sort)
  if (natural !== undefined)
    return { ...scan, reverse: natural, isSorted: sort.every(({ path }) => path === '$natural') }
  const hinted = hint === undefined ? undefined : hintedIndex(collection, hint)
  // Indexes hold plain bytes, so that under a collation only the matcher can tell what is equal.
  if (collator) return scan
  const textual = textPlan(collection, query)
  if (textual) return textual
  const bounds = boundsOf(query)
  const choices = (
    hinted
      ? [hinted]
      : collection.indexes.filter(index => !index.isHidden && !index.weights && covers(index, query, bounds))
  )
    .map(index => choiceOf(index, bounds, sort))
    .filter(
      ({ plan, equalities, ranges }) =>
        hinted || equalities + ranges > 0 || (sort.length > 0 && plan.isSorted),
    )
    .filter(({ plan }) => hinted || plan.ranges !== everything || !plan.index?.sparse)
  const [best] = choices.sort(
    (a, b) =>
      b.equalities - a.equalities || b.ranges - a.ranges || Number(b.plan.isSorted) - Number(a.plan.isSorted),
  )
  if (best && (best.equalities + best.ranges > 0 || hinted)) return best.plan
  return eitherPlan(collection, request) ?? best?.plan ?? scan
}

/** A text search reads the entries of its words. */
function textPlan(collection: Collection, query: Doc): Plan | undefined {
  const index = collection.indexes.find(({ weights }) => weights)
  if (!index || !isDoc(query['$text'])) return undefined
  const { words } = textQuery({ ...query['$text'], $caseSensitive: false })
  const bound = anyOf(words) ?? []
  return {
    index,
    ranges: bound.map(({ from, to }) => ({ from: bytesOf(from), to: bytesOf(to) })),
    reverse: false,
    isSorted: false,
  }
}

const everything: readonly Range[] = [wholeRange]

/** An `$or` whose clauses can all use an index is the union of their candidates. */
function eitherPlan(collection: Collection, { query, sort = [] }: PlanRequest): Plan | undefined {
  const clauses = query['$or']
  if (!Array.isArray(clauses) || clauses.length > 200) return undefined
  const either: Plan[] = []
  for (const clause of clauses) {
    if (!isDoc(clause)) return undefined
    const plan = choosePlan(collection, { query: clause })
    if (!plan.index && !plan.either) return undefined
    either.push(plan)
  }
  return { either, ranges: [], reverse: false, isSorted: sort.length === 0 }
}

function naturalOrder(hint: unknown): boolean | undefined {
  return isDoc(hint) && '$natural' in hint ? Number(hint['$natural']) < 0 : undefined
}

function naturalOrderOf(sort: readonly Direction[]): boolean | undefined {
  return sort[0]?.path === '$natural' ? sort[0].descending : undefined
}

function hintedIndex(collection: Collection, hint: unknown): Index {
  const pattern = isDoc(hint) ? shape(hint) : undefined
  const index = collection.indexes.find(({ name, spec }) =>
    pattern === undefined ? name === hint : isDoc(spec['key']) && shape(spec['key']) === pattern,
  )
  if (index) return index
  throw new CommandError(
    'BadValue',
    'error processing query: planner returned error: hint provided does not correspond to an existing index',
  )
}

export const shape = (key: Doc): string =>
  JSON.stringify(Object.entries(key).map(([path, direction]) => [path, String(direction)]))

/** Whether every document the query can match has an entry in the index. */
function covers(index: Index, query: Doc, bounds: ReadonlyMap<string, readonly Bound[]>): boolean {
  if (index.sparse && !index.directions.some(({ path }) => bounds.get(path)?.some(excludesMissing)))
    return false
  if (!index.partial) return true
  return Object.entries(index.partial).every(([path, condition]) => implies(query, path, condition))
}

/** Missing fields are kept as null: a condition that leaves null out needs the field to be there. */
const excludesMissing = (bound: Bound): boolean => bound.every(({ from }) => from.key[0] !== Rank.null)

function implies(query: Doc, path: string, condition: unknown): boolean {
  const clauses = [query, ...(Array.isArray(query['$and']) ? query['$and'].filter(isDoc) : [])]
  return clauses.some(clause => {
    if (!(path in clause) || path.startsWith('$')) return false
    const given = clause[path]
    if (JSON.stringify(given) === JSON.stringify(condition)) return true
    const values = isOperators(given)
      ? (given['$in'] ?? ('$eq' in given ? [given['$eq']] : undefined))
      : [given]
    if (!Array.isArray(values))
      return isOperators(given) && isOperators(condition) && contains(given, condition)
    const holds = compileQuery({ value: condition })
    return values.every(value => value !== null && holds({ value }))
  })
}

/** Whether all operators of `condition` stand in `given` with the same argument, or say no more than that there is a value. */
function contains(given: Doc, condition: Doc): boolean {
  return Object.entries(condition).every(([name, argument]) => {
    if (JSON.stringify(given[name]) === JSON.stringify(argument)) return true
    return (
      name === '$exists' &&
      argument === true &&
      ['$gt', '$gte', '$lt', '$lte'].some(other => other in given && given[other] !== null)
    )
  })
}

function choiceOf(
  index: Index,
  bounds: ReadonlyMap<string, readonly Bound[]>,
  sort: readonly Direction[],
): Choice {
  let prefixes: Range[] = []
  let starts: Buffer[] = [Buffer.alloc(0)]
  let equalities = 0
  let ranges = 0
  const used = new Set<string>()
  for (const { path, descending } of index.directions) {
    const intervals = intervalsFor(index, path, bounds.get(path), used)
    if (!intervals || starts.length * intervals.length > (used.size === 0 ? maxRanges : maxProduct)) break
    used.add(path)
    const directed = descending ? intervals.map(reversed) : intervals
    prefixes = starts.flatMap(start =>
      directed.map(({ from, to }) => within(start, bytesOf(from), bytesOf(to))),
    )
    if (!intervals.every(({ isPoint }) => isPoint)) {
      ranges = 1
      break
    }
    equalities++
    starts = prefixes.map(({ from }) => Buffer.from(from))
  }
  const order = equalities === 0 && ranges === 0 ? everything : merged(prefixes)
  const single = order.length <= 1 && !index.multikey
  const direction = single ? sortDirection(index, sort, equalities, bounds) : undefined
  const plan: Plan = {
    index,
    ranges: order,
    reverse: direction === 'backward',
    isSorted: sort.length === 0 || direction !== undefined,
  }
  return { plan, equalities, ranges }
}

const within = (start: Buffer, from: Buffer, to: Buffer): Range => ({
  from: Buffer.concat([start, from]),
  to: Buffer.concat([start, to]),
})

/** The intervals of one component: all conditions together, or only one where several elements could satisfy them. */
function intervalsFor(
  index: Index,
  path: string,
  bounds: readonly Bound[] | undefined,
  used: ReadonlySet<string>,
): readonly Interval[] | undefined {
  const [first, ...others] = (bounds ?? []).toSorted((a, b) => rating(b) - rating(a))
  if (!first) return undefined
  if (!index.multikey) return others.reduce<readonly Interval[]>(intersect, first)
  // Two paths into one array: each may hold for a different element.
  const root = path.split('.')[0]
  return [...used].some(other => other.split('.')[0] === root) ? undefined : first
}

/** Points narrow more than ranges. */
const rating = (bound: Bound): number => (bound.every(({ isPoint }) => isPoint) ? 1 : 0)

/** In key order and without overlap, so that no entry is read twice. */
function merged(ranges: readonly Range[]): Range[] {
  const sorted = ranges.toSorted((a, b) => Buffer.compare(a.from, b.from))
  const result: Range[] = []
  for (const range of sorted) {
    const last = result.at(-1)
    if (last && Buffer.compare(range.from, last.to) < 0) {
      if (Buffer.compare(range.to, last.to) > 0) result[result.length - 1] = { from: last.from, to: range.to }
    } else result.push(range)
  }
  return result
}

/** Which way through the index gives the sort, when its parts follow the components that are fixed to one value. */
function sortDirection(
  index: Index,
  sort: readonly Direction[],
  equalities: number,
  bounds: ReadonlyMap<string, readonly Bound[]>,
): 'forward' | 'backward' | undefined {
  const fixed = new Set(index.directions.slice(0, equalities).map(({ path }) => path))
  const wanted = sort.filter(
    ({ path }) => !(fixed.has(path) && bounds.get(path)?.some(bound => bound.length === 1)),
  )
  const rest = index.directions.slice(equalities)
  const [first] = wanted
  if (!first) return sort.length > 0 ? 'forward' : undefined
  if (wanted.length > rest.length) return undefined
  const backward = first.descending !== rest[0]?.descending
  const agrees = wanted.every(({ path, descending }, i) => {
    const component = rest[i]
    return component?.path === path && (descending !== component.descending) === backward
  })
  if (!agrees) return undefined
  return backward ? 'backward' : 'forward'
}

/** The candidates of a plan, each once. Throws QueryPlanKilled when the collection goes away in between. */
export function* candidates(collection: Collection, plan: Plan): Generator<Stored> {
  const repeats = plan.either !== undefined || plan.index?.multikey === true
  const seen = new Set<number>()
  for (const stored of entries(collection, plan)) {
    if (repeats) {
      if (seen.has(stored.seq)) continue
      seen.add(stored.seq)
    }
    yield stored
  }
}

function* entries(collection: Collection, plan: Plan): Generator<Stored> {
  if (plan.either) {
    for (const clause of plan.either) yield* entries(collection, clause)
    return
  }
  if (!plan.index) return yield* collection.scan.all(plan.reverse)
  const ranges = plan.reverse ? plan.ranges.toReversed() : plan.ranges
  for (const range of ranges) yield* collection.scan.range(plan.index.table, range, plan.reverse)
}
