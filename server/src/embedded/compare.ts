import { encodeKey } from './keys.ts'
import { isDoc, type Numeric, Rank, rankOf, textOf } from './values.ts'

/** How texts compare when a command names a collation; without one they compare by their UTF-8 bytes. */
export type Collator = (a: string, b: string) => number

/** The order of any two BSON values: negative, zero or positive. Null and a missing field differ here. */
export function compare(a: unknown, b: unknown, collator?: Collator): number {
  if (a === b) return 0
  const rank = rankOf(a)
  const difference = rank - rankOf(b)
  if (difference !== 0) return difference
  switch (rank) {
    case Rank.number:
      // reason: both have the rank of a number
      return compareNumbers(a as Numeric, b as Numeric)
    case Rank.string:
      return (collator ?? compareText)(textOf(a) ?? '', textOf(b) ?? '')
    case Rank.object:
      // reason: both have the rank of a document
      return compareFields(Object.entries(a as object), Object.entries(b as object), collator)
    case Rank.array:
      // reason: both have the rank of an array
      return compareArrays(a as unknown[], b as unknown[], collator)
    case Rank.boolean:
      return a ? 1 : -1
    case Rank.date:
      return Number(a) - Number(b)
  }
  return Buffer.compare(encodeKey([a]), encodeKey([b]))
}

/** Whether two values are the same to a query: 1 equals 1.0, a missing field equals null. */
export const equals = (a: unknown, b: unknown, collator?: Collator): boolean =>
  compare(a ?? null, b ?? null, collator) === 0

function compareNumbers(a: Numeric, b: Numeric): number {
  const x = doubleOf(a)
  const y = doubleOf(b)
  // Int64 and decimals beyond a double's precision compare by their exact key.
  if (x === undefined || y === undefined) return Buffer.compare(encodeKey([a]), encodeKey([b]))
  if (Number.isNaN(x)) return Number.isNaN(y) ? 0 : -1
  if (Number.isNaN(y)) return 1
  return x < y ? -1 : x > y ? 1 : 0
}

function doubleOf(value: Numeric): number | undefined {
  if (typeof value === 'number') return value
  if (typeof value === 'bigint') return undefined
  return value._bsontype === 'Int32' || value._bsontype === 'Double' ? value.value : undefined
}

/** JavaScript orders by UTF-16 units, which differs from UTF-8 only where a surrogate is involved. */
function compareText(a: string, b: string): number {
  if (a === b) return 0
  const end = Math.min(a.length, b.length)
  for (let i = 0; i < end; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x !== y) return x >= 0xd800 || y >= 0xd800 ? Buffer.compare(Buffer.from(a), Buffer.from(b)) : x - y
  }
  return a.length - b.length
}

function compareArrays(a: readonly unknown[], b: readonly unknown[], collator?: Collator): number {
  const end = Math.min(a.length, b.length)
  for (let i = 0; i < end; i++) {
    const order = compare(a[i], b[i], collator)
    if (order !== 0) return order
  }
  return a.length - b.length
}

type Fields = readonly (readonly [string, unknown])[]

function compareFields(a: Fields, b: Fields, collator?: Collator): number {
  for (const [i, [name, value]] of a.entries()) {
    const other = b[i]
    if (!other) return 1
    const order =
      rankOf(value) - rankOf(other[1]) || compareText(name, other[0]) || compare(value, other[1], collator)
    if (order !== 0) return order
  }
  return a.length - b.length
}

/** The collator a command asks for. Strength 1 and 2 ignore case, 1 ignores accents too. */
export function collatorOf(option: unknown): Collator | undefined {
  if (!isDoc(option) || typeof option['locale'] !== 'string' || option['locale'] === 'simple')
    return undefined
  const strength = Number(option['strength'] ?? 3)
  const collator = new Intl.Collator(option['locale'].replace('_', '-'), {
    sensitivity: strength === 1 ? 'base' : strength === 2 ? 'accent' : 'variant',
    numeric: option['numericOrdering'] === true,
  })
  return collator.compare
}
