import {
  Binary,
  BSONRegExp,
  Code,
  Decimal128,
  type Document,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'mongodb'
import { expect, test } from 'vitest'
import { useWorld } from './world.ts'

const world = useWorld()

/** One value of each kind, smallest first; the values of one inner list are equal. */
const ascending: unknown[][] = [
  [new MinKey()],
  [null],
  [new Double(Number.NaN), Decimal128.fromString('NaN')],
  [new Double(Number.NEGATIVE_INFINITY), Decimal128.fromString('-Infinity')],
  [Decimal128.fromString('-1E400')],
  [new Double(-1e308)],
  [Long.fromString('-9007199254740993')],
  [new Double(-9007199254740992)],
  [new Int32(-1), new Double(-1), Long.fromNumber(-1), Decimal128.fromString('-1.0')],
  [new Double(0), new Double(-0), new Int32(0), Decimal128.fromString('0E+3')],
  [Decimal128.fromString('0.1')],
  // The double nearest to a tenth is a little more than a tenth.
  [new Double(0.1)],
  [new Int32(1), Long.fromNumber(1)],
  [new Double(1.5), Decimal128.fromString('1.50')],
  [Long.fromString('9007199254740993')],
  [new Double(9007199254740994)],
  [Long.fromString('9223372036854775807')],
  [new Double(2 ** 63)],
  [Decimal128.fromString('1E400')],
  [new Double(Number.POSITIVE_INFINITY)],
  [''],
  ['A'],
  ['B'],
  ['a'],
  ['a\0'],
  ['a\0b'],
  ['ab'],
  ['\uffff'],
  ['\u{1f600}'],
  [{}],
  [{ a: 1 }],
  [{ a: 1, b: 1 }],
  [{ a: 2 }],
  [{ b: 0 }],
  [{ a: 'text' }],
  [[[]]],
  [new Binary(Buffer.from('b'))],
  [new Binary(Buffer.from('b'), 128)],
  [new Binary(Buffer.from('ab'))],
  [new ObjectId('000000000000000000000001')],
  [new ObjectId('ffffffffffffffffffffffff')],
  [false],
  [true],
  [new Date(-1)],
  [new Date(0)],
  [new Date(8.64e15)],
  [new Timestamp({ t: 1, i: 1 })],
  [new Timestamp({ t: 4294967295, i: 1 })],
  [new BSONRegExp('a', 'i')],
  [new BSONRegExp('b')],
  [new Code('a')],
  [new Code('a', { b: 1 })],
  [new MaxKey()],
]

const documents: Document[] = ascending.flatMap((values, rank) =>
  values.map((v, i) => ({ _id: `${rank}.${i}`, rank, v })),
)
const ranks = (found: Document[]): unknown[] => found.map(({ rank }) => rank)
const expected = documents.map(({ rank }) => rank)

/** Put in an order that is neither, the same each time. */
const shuffled = documents.toSorted((a, b) => String(a['_id']).localeCompare(String(b['_id'])))

test.each(['without', 'with'])('values of all types sort in one order, %s an index', async how => {
  const collection = world.collection()
  await collection.insertMany(shuffled)
  if (how === 'with') await collection.createIndex({ v: 1 })
  expect(ranks(await collection.find().sort({ v: 1 }).toArray())).toEqual(expected)
  expect(ranks(await collection.find().sort({ v: -1 }).toArray())).toEqual(expected.toReversed())
})

test('a descending index sorts the same way', async () => {
  const collection = world.collection()
  await collection.insertMany(shuffled)
  await collection.createIndex({ v: -1 })
  expect(ranks(await collection.find().sort({ v: 1 }).toArray())).toEqual(expected)
  expect(
    ranks(
      await collection
        .find({ v: { $gte: '' } })
        .sort({ v: -1 })
        .toArray(),
    ),
  ).toEqual(expected.filter(rank => typeof ascending[rank]?.[0] === 'string').toReversed())
})

test.each(['without', 'with'])(
  'equal values of different types are found by each other, %s an index',
  async how => {
    const collection = world.collection()
    await collection.insertMany(shuffled)
    if (how === 'with') await collection.createIndex({ v: 1 })
    for (const { rank, v } of documents) {
      // A regular expression in a query is a pattern, and null stands for a missing field too.
      if (v instanceof BSONRegExp) continue
      const found = await collection.find({ v: { $eq: v } }).toArray()
      expect([...new Set(ranks(found))], `of rank ${rank}`).toEqual([rank])
      expect(found.length).toBe(ascending[rank]?.length)
    }
  },
)

test('an array sorts by its smallest element, or by its largest when descending', async () => {
  const collection = world.collection()
  const rows: Document[] = [
    { _id: 'one', v: 5 },
    { _id: 'many', v: [1, 9] },
    { _id: 'none', v: [] },
    { _id: 'missing' },
  ]
  await collection.insertMany(rows)
  const sorted = async (direction: 1 | -1) =>
    (await collection.find().sort({ v: direction }).toArray()).map(({ _id }) => _id)
  const both = [await sorted(1), await sorted(-1)]
  expect(both).toEqual([
    ['none', 'missing', 'many', 'one'],
    ['many', 'one', 'missing', 'none'],
  ])
  await collection.createIndex({ v: 1 })
  expect([await sorted(1), await sorted(-1)]).toEqual(both)
})
