import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compare } from '../compare.ts'
import { decimalParts, exactDecimal } from '../decimal.ts'
import { encodeKey } from '../keys.ts'
import { decode, encode, isNumeric, type Numeric } from '../values.ts'
import { numbers, patience, seeded, values } from './arbitrary.ts'

const sign = (a: unknown[], b: unknown[], descending?: boolean[]): number =>
  Buffer.compare(encodeKey(a, descending), encodeKey(b, descending))

/** A number as numerator over a power of ten, worked out without keys or doubles. */
function exact(value: unknown): bigint | number {
  if (!isNumeric(value)) throw new TypeError('no number')
  const parts = partsOf(value)
  return typeof parts === 'number' ? parts : parts.coefficient * 10n ** BigInt(parts.exponent + 7000)
}

function partsOf(value: Numeric) {
  if (typeof value === 'number' || typeof value === 'bigint')
    throw new TypeError('only BSON numbers are made')
  if (value._bsontype === 'Decimal128') return decimalParts(value)
  if (value._bsontype === 'Long') return { coefficient: value.toBigInt(), exponent: 0 }
  return Number.isFinite(value.value) ? exactDecimal(value.value) : value.value
}

/** NaN, then -Infinity, then all finite numbers, then Infinity. */
function place(value: bigint | number): number {
  if (typeof value === 'bigint') return 2
  return Number.isNaN(value) ? 0 : value < 0 ? 1 : 3
}

test('keys of numbers order like the exact numbers, whatever their types', patience, () => {
  fc.assert(
    fc.property(numbers, numbers, (a, b) => {
      const [x, y] = [exact(a), exact(b)]
      const expected = place(x) - place(y) || (x < y ? -1 : x > y ? 1 : 0)
      expect(sign([a], [b])).toBe(Math.sign(expected))
      expect(Math.sign(compare(a, b))).toBe(Math.sign(expected))
    }),
    seeded(600),
  )
})

test(
  'keys of any values order like the values, ascending and descending, also when others follow',
  patience,
  () => {
    fc.assert(
      fc.property(values, values, values, values, (a, b, c, d) => {
        const first = Math.sign(compare(a, b))
        const second = Math.sign(compare(c, d))
        expect(sign([a], [b])).toBe(first)
        expect(sign([a], [b], [true])).toBe(first === 0 ? 0 : -first)
        expect(sign([a, c], [b, d])).toBe(first || second)
        expect(sign([a, c], [b, d], [true, false])).toBe(first === 0 ? second : -first)
        expect(sign([a, c], [b, d], [false, true])).toBe(first || (second === 0 ? 0 : -second))
      }),
      seeded(600),
    )
  },
)

test('the order is one: it does not run in circles', patience, () => {
  fc.assert(
    fc.property(fc.array(values, { minLength: 3, maxLength: 8 }), list => {
      const sorted = list.toSorted((a, b) => compare(a, b))
      for (const [i, a] of sorted.entries())
        for (const b of sorted.slice(i)) expect(compare(a, b)).toBeLessThanOrEqual(0)
    }),
    seeded(200),
  )
})

test('a value is the same after it was stored', patience, () => {
  fc.assert(
    fc.property(values, value => {
      const stored = decode(encode({ value }))
      expect(encodeKey([stored['value']])).toEqual(encodeKey([value]))
      expect(Buffer.from(encode(stored))).toEqual(Buffer.from(encode({ value })))
    }),
    seeded(400),
  )
})
