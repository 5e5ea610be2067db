import { encodeKey } from '../keys.ts'
import { isOperators } from '../match/compile.ts'
import { asRegex, compileRegex, prefixOf } from '../match/regex.ts'
import { type Doc, isDoc, isNumeric, Rank, rankOf, textOf, toDouble } from '../values.ts'

/** A place between keys: before everything that begins with `key`, or after all of it. */
export interface Edge {
  readonly key: Buffer
  readonly isAfter: boolean
}

export interface Interval {
  readonly from: Edge
  readonly to: Edge
  /** Whether all keys in it stand for one value, so that what follows in a compound index is in order. */
  readonly isPoint: boolean
}

// The first byte of a component is between 0x01 and 0xfe, so that this is above all that can follow a whole key.
const top = Buffer.from([0xff, 0xff])

/** The edge as bytes. One byte alone is a type, whose payload may itself begin with 0xff: after it comes the next type. */
export function bytesOf({ key, isAfter }: Edge): Buffer {
  if (!isAfter) return key
  return key.length === 1 ? byte((key[0] ?? 0) + 1) : Buffer.concat([key, top])
}

const before = (key: Buffer): Edge => ({ key, isAfter: false })
const after = (key: Buffer): Edge => ({ key, isAfter: true })

/** One condition on a path that an index can narrow: any of the intervals may hold. */
export type Bound = readonly Interval[]

const byte = (value: number): Buffer => Buffer.from([value])

const point = (value: unknown): Interval => {
  const key = encodeKey([value])
  return { from: before(key), to: after(key), isPoint: true }
}

/** All conditions a query puts on each path, of those that an index can narrow; the matcher checks everything again. */
export function boundsOf(query: Doc): Map<string, Bound[]> {
  const bounds = new Map<string, Bound[]>()
  collect(query, '', bounds)
  return bounds
}

function collect(query: Doc, prefix: string, into: Map<string, Bound[]>): void {
  for (const [key, value] of Object.entries(query)) {
    if (key === '$and' && Array.isArray(value)) {
      for (const clause of value) if (isDoc(clause)) collect(clause, prefix, into)
    }
    if (key.startsWith('$')) continue
    const path = prefix + key
    const found = isOperators(value) ? operatorBounds(value) : [equalTo(value)]
    into.set(path, [...(into.get(path) ?? []), ...found.filter(bound => bound !== undefined)])
    const inner = isOperators(value) ? value['$elemMatch'] : undefined
    if (isDoc(inner) && !isOperators(inner)) collect(inner, `${path}.`, into)
  }
}

function operatorBounds(operators: Doc): (Bound | undefined)[] {
  return Object.entries(operators).map(([name, argument]) => {
    switch (name) {
      case '$eq':
        return equalTo(argument)
      case '$in':
        return Array.isArray(argument) ? anyOf(argument) : undefined
      case '$gt':
      case '$gte':
      case '$lt':
      case '$lte':
        return ordered(name, argument)
      case '$regex':
        return startingWith(operators)
    }
    return undefined
  })
}

function equalTo(value: unknown): Bound | undefined {
  const regex = asRegex(value)
  if (regex) return prefixed(prefixOf(regex))
  // A missing field is kept as null; undefined is what the old type of that name is kept as.
  if (value === null || value === undefined) return [point(null), point(undefined)]
  // An array is kept by its elements: one equal to it has the same first one, or it is an element itself.
  if (Array.isArray(value)) return [point(value[0]), point(value)]
  return [point(value)]
}

/** The points of all values, or undefined when one of them is no point. */
export function anyOf(values: readonly unknown[]): Bound | undefined {
  const intervals: Interval[] = []
  for (const value of values) {
    const bound = equalTo(value)
    if (!bound) return undefined
    intervals.push(...bound)
  }
  return distinct(intervals)
}

const distinct = (intervals: readonly Interval[]): Interval[] => [
  ...new Map(intervals.map(interval => [interval.from.key.toString('latin1'), interval])).values(),
]

/** Comparisons stay within the type of their bound. */
function ordered(name: string, value: unknown): Bound | undefined {
  const rank = rankOf(value ?? null)
  if ([Rank.null, Rank.minKey, Rank.maxKey, Rank.array, Rank.undefined].some(special => special === rank))
    return undefined
  if (isNumeric(value) && Number.isNaN(toDouble(value))) return undefined
  const key = encodeKey([value])
  const lowest = before(byte(rank))
  const highest = after(byte(rank))
  switch (name) {
    case '$gt':
      return [{ from: after(key), to: highest, isPoint: false }]
    case '$gte':
      return [{ from: before(key), to: highest, isPoint: false }]
    case '$lt':
      return [{ from: lowest, to: before(key), isPoint: false }]
  }
  return [{ from: lowest, to: after(key), isPoint: false }]
}

function startingWith(operators: Doc): Bound | undefined {
  const pattern = operators['$regex']
  const source = textOf(pattern)
  const options = textOf(operators['$options'])
  const regex = source === undefined ? asRegex(pattern) : compileRegex(source, options ?? '')
  return regex && options?.includes('i') !== true ? prefixed(prefixOf(regex)) : undefined
}

function prefixed(prefix: string | undefined): Bound | undefined {
  if (!prefix) return undefined
  // Without the two bytes that end a text, the key goes on with any text.
  const key = encodeKey([prefix]).subarray(0, -2)
  const regexes = byte(Rank.regex)
  return [
    { from: before(key), to: after(key), isPoint: false },
    { from: before(regexes), to: after(regexes), isPoint: false },
  ]
}

const compareEdges = (a: Edge, b: Edge): number => Buffer.compare(bytesOf(a), bytesOf(b))

/** The common part of two conditions on one path; only right when no document has several values there. */
export function intersect(a: Bound, b: Bound): Interval[] {
  const common: Interval[] = []
  for (const x of a) {
    for (const y of b) {
      const from = compareEdges(x.from, y.from) >= 0 ? x.from : y.from
      const to = compareEdges(x.to, y.to) <= 0 ? x.to : y.to
      if (compareEdges(from, to) < 0) common.push({ from, to, isPoint: x.isPoint || y.isPoint })
    }
  }
  return common
}

/** The same interval in a descending component, whose bytes are all turned over. */
export const reversed = ({ from, to, isPoint }: Interval): Interval => ({
  from: { key: turned(to.key), isAfter: !to.isAfter },
  to: { key: turned(from.key), isAfter: !from.isAfter },
  isPoint,
})

const turned = (key: Buffer): Buffer => Buffer.from(key.map(value => 255 - value))
