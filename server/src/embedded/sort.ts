import { type Collator, compare } from './compare.ts'
import { CommandError } from './errors.ts'
import { scoreOf } from './match/text.ts'
import { rowsOf, splitPath } from './paths.ts'
import { type Doc, isDoc, isNumeric, toDouble } from './values.ts'

/** One part of a sort or of an index: a path and its direction. */
export interface Direction {
  readonly path: string
  readonly parts: readonly string[]
  readonly descending: boolean
  /** Whether it is the score of a text search that is sorted by, best first. */
  readonly isScore?: boolean
}

/** Reads `{ a: 1, b: -1 }`. Throws BadValue for other directions. */
export function directionsOf(spec: unknown): Direction[] {
  if (!isDoc(spec)) return []
  return Object.entries(spec).map(([path, direction]) => {
    if (isDoc(direction) && '$meta' in direction)
      return { path: '', parts: [], descending: true, isScore: true }
    // Kinds of index that are no order, such as hashed, are kept in ascending order.
    if (typeof direction === 'string') return { path, parts: splitPath(path), descending: false }
    const number = isNumeric(direction) ? toDouble(direction) : direction === true ? 1 : 0
    if (number !== 1 && number !== -1)
      throw new CommandError('BadValue', 'Illegal key in $sort specification: the direction must be 1 or -1')
    return { path, parts: splitPath(path), descending: number < 0 }
  })
}

/** The value a document sorts by: of an array its smallest element, or its largest when descending. */
function sortValue(doc: Doc, { parts, descending, isScore }: Direction, collator?: Collator): unknown {
  if (isScore) return scoreOf(doc) ?? 0
  const [first, ...rest] = rowsOf(doc, [parts]).rows
  return rest.reduce((best, [value]) => {
    const order = compare(value, best, collator)
    return (descending ? order > 0 : order < 0) ? value : best
  }, first?.[0])
}

/** The values a document sorts by, one per direction. */
export const sortKeys = (doc: Doc, directions: readonly Direction[], collator?: Collator): unknown[] =>
  directions.map(direction => sortValue(doc, direction, collator))

/** Sorts by the directions, equal ones in their given order; `docOf` finds the document of an item. */
export function sortBy<T>(
  items: readonly T[],
  directions: readonly Direction[],
  docOf: (item: T) => Doc,
  collator?: Collator,
): T[] {
  const keyed = items.map(item => ({ item, keys: sortKeys(docOf(item), directions, collator) }))
  keyed.sort((a, b) => {
    for (const [i, { descending }] of directions.entries()) {
      const order = compare(a.keys[i], b.keys[i], collator)
      if (order !== 0) return descending ? -order : order
    }
    return 0
  })
  return keyed.map(({ item }) => item)
}
