import { Binary, type Document, Double, Int32, Long, ObjectId } from 'mongodb'
import { beforeAll, describe, expect, test } from 'vitest'
import { useWorld } from './world.ts'

const world = useWorld()

const id = new ObjectId('65f0c0ffee0000000000cafe')

/** Documents by their `_id`, so that an example can say which of them it finds. */
const documents: Document[] = [
  { _id: 'a', n: 1, s: 'apple', tags: ['x', 'y'], sub: { k: 1, m: [1, 2] }, at: new Date(1000) },
  { _id: 'b', n: 2.5, s: 'Banana', tags: ['y'], sub: { k: 2 }, at: new Date(2000) },
  { _id: 'c', n: Long.fromString('9007199254740993'), s: 'cherry pie', tags: [], sub: null },
  { _id: 'd', n: null, s: null, tags: null },
  { _id: 'e' },
  { _id: 'f', n: [1, 5, 9], list: [{ p: 1, q: 2 }, { p: 3, q: 4 }, { r: 1 }] },
  { _id: 'g', n: 'text', list: [{ p: [1, 2], q: 9 }], bits: 20, blob: new Binary(Buffer.from([0b101])) },
  { _id: 'h', n: new Double(Number.NaN), ref: id, nested: [[1, 2], [3]] },
  { _id: 'i', n: { x: 1, y: 2 }, sub: { m: [{ z: 1 }, { z: 5 }] } },
]

/** Query → the `_id`s it finds, in the order of `_id`. */
const examples: Record<string, [Document, string][]> = {
  equality: [
    [{ n: 1 }, 'af'],
    [{ n: new Double(1) }, 'af'],
    [{ n: 2.5 }, 'b'],
    [{ n: Long.fromString('9007199254740993') }, 'c'],
    [{ n: 9007199254740992 }, ''],
    [{ n: null }, 'de'],
    [{ n: Number.NaN }, 'h'],
    [{ n: [1, 5, 9] }, 'f'],
    [{ n: { x: 1, y: 2 } }, 'i'],
    [{ n: { y: 2, x: 1 } }, ''],
    [{ tags: 'y' }, 'ab'],
    [{ tags: [] }, 'c'],
    [{ tags: ['x', 'y'] }, 'a'],
    [{ tags: null }, 'defghi'],
    [{ ref: id }, 'h'],
    [{ nested: [1, 2] }, 'h'],
    [{ nested: 1 }, ''],
    [{ _id: 'a' }, 'a'],
  ],
  paths: [
    [{ 'sub.k': 1 }, 'a'],
    [{ 'sub.k': null }, 'cdefghi'],
    [{ 'sub.m': 2 }, 'a'],
    [{ 'sub.m.z': 5 }, 'i'],
    [{ 'sub.m.1.z': 5 }, 'i'],
    [{ 'list.p': 3 }, 'f'],
    [{ 'list.p': 1 }, 'fg'],
    [{ 'list.0.p': 1 }, 'fg'],
    [{ 'list.1.p': 1 }, ''],
    [{ 'list.r': null }, 'abcdefghi'],
    [{ 'n.1': 5 }, 'f'],
    [{ 'tags.0': 'y' }, 'b'],
    [{ 'nested.0.1': 2 }, 'h'],
    [{ 's.t': null }, 'abcdefghi'],
    [{ 'tags.z': null }, 'defghi'],
  ],
  comparison: [
    [{ n: { $gt: 1 } }, 'bcf'],
    [{ n: { $gte: 1, $lt: 3 } }, 'abf'],
    [{ n: { $lt: 5 } }, 'abf'],
    [{ n: { $gt: 5, $lt: 2 } }, 'f'],
    [{ n: { $gte: Number.NaN } }, 'h'],
    [{ n: { $lte: null } }, 'de'],
    [{ n: { $gt: null } }, ''],
    [{ s: { $gt: 'a' } }, 'ac'],
    [{ s: { $lt: 'a' } }, 'b'],
    [{ at: { $gt: new Date(1000) } }, 'b'],
    [{ n: { $gt: { x: 1 } } }, 'i'],
    [{ n: { $ne: 1 } }, 'bcdeghi'],
    [{ n: { $ne: null } }, 'abcfghi'],
    [{ n: { $in: [1, 'text', null] } }, 'adefg'],
    [{ n: { $in: [] } }, ''],
    [{ n: { $nin: [1, null] } }, 'bcghi'],
    [{ s: { $in: [/^a/, 'Banana'] } }, 'ab'],
    [{ n: { $eq: 1 } }, 'af'],
  ],
  'existence and type': [
    [{ n: { $exists: true } }, 'abcdfghi'],
    [{ n: { $exists: false } }, 'e'],
    [{ 'sub.k': { $exists: true } }, 'ab'],
    [{ 'list.r': { $exists: true } }, 'f'],
    [{ 'list.r': { $exists: false } }, 'abcdeghi'],
    [{ n: { $type: 'number' } }, 'abcfh'],
    [{ n: { $type: 'long' } }, 'c'],
    [{ n: { $type: 'int' } }, 'af'],
    [{ n: { $type: ['string', 'null'] } }, 'dg'],
    [{ n: { $type: 'array' } }, 'f'],
    [{ n: { $type: 3 } }, 'i'],
    [{ ref: { $type: 'objectId' } }, 'h'],
  ],
  arrays: [
    [{ tags: { $all: ['x', 'y'] } }, 'a'],
    [{ tags: { $all: ['y'] } }, 'ab'],
    [{ tags: { $all: [] } }, ''],
    [{ tags: { $size: 0 } }, 'c'],
    [{ tags: { $size: 2 } }, 'a'],
    [{ n: { $elemMatch: { $gt: 4, $lt: 6 } } }, 'f'],
    [{ n: { $elemMatch: { $gt: 5, $lt: 9 } } }, ''],
    [{ list: { $elemMatch: { p: 1, q: 2 } } }, 'f'],
    [{ list: { $elemMatch: { p: 1, q: 4 } } }, ''],
    [{ 'list.p': 1, 'list.q': 4 }, 'f'],
    [{ list: { $elemMatch: { p: { $gt: 1 }, q: 9 } } }, 'g'],
    [{ 'list.p': { $elemMatch: { $gt: 1 } } }, 'g'],
    [{ list: { $elemMatch: { $or: [{ r: 1 }, { q: 9 }] } } }, 'fg'],
    [{ list: { $not: { $elemMatch: { p: 1 } } } }, 'abcdehi'],
    [{ nested: { $elemMatch: { $elemMatch: { $eq: 3 } } } }, 'h'],
    [{ list: { $all: [{ $elemMatch: { p: 1 } }, { $elemMatch: { p: 3 } }] } }, 'f'],
  ],
  logic: [
    [{ $and: [{ n: 1 }, { s: 'apple' }] }, 'a'],
    [{ $or: [{ n: 1 }, { s: 'Banana' }] }, 'abf'],
    [{ $nor: [{ n: { $exists: true } }, { _id: 'zzz' }] }, 'e'],
    [{ n: { $not: { $gt: 1 } } }, 'adeghi'],
    [{ s: { $not: /an/ } }, 'acdefghi'],
    [{ $or: [{ n: null }, { $and: [{ n: { $gt: 2 } }, { s: /b/i }] }] }, 'bde'],
    [{}, 'abcdefghi'],
    [{ $comment: 'why', n: 1 }, 'af'],
  ],
  'text patterns': [
    [{ s: /^a/ }, 'a'],
    [{ s: /^b/i }, 'b'],
    [{ s: { $regex: 'PIE$', $options: 'i' } }, 'c'],
    [{ s: { $regex: '^ban', $options: 'ix' } }, 'b'],
    [{ s: { $regex: /e/, $ne: 'apple' } }, 'c'],
    [{ s: { $regex: '^(?:apple|cherry)' } }, 'ac'],
    [{ tags: /^x/ }, 'a'],
  ],
  'numbers and bits': [
    [{ n: { $mod: [2, 1] } }, 'acf'],
    [{ n: { $mod: [4, 2] } }, 'b'],
    [{ bits: { $bitsAllSet: [2, 4] } }, 'g'],
    [{ bits: { $bitsAnySet: 3 } }, ''],
    [{ bits: { $bitsAllClear: 3 } }, 'g'],
    [{ bits: { $bitsAnyClear: 20 } }, ''],
    [{ blob: { $bitsAllSet: [0, 2] } }, 'g'],
  ],
  expressions: [
    [{ $expr: { $eq: ['$sub.k', 2] } }, 'b'],
    [{ $expr: { $gt: ['$n', '$sub.k'] }, _id: { $in: ['a', 'b'] } }, 'b'],
  ],
}

const indexed = ['n', 's', 'tags', 'sub.k', 'sub.m', 'list.p', 'list.q', 'at']

describe.each(['no index', 'an index'])('with %s', how => {
  let collection: ReturnType<typeof world.collection>

  beforeAll(async () => {
    collection = world.collection()
    await collection.insertMany(documents)
    if (how === 'an index')
      await collection.createIndexes(indexed.map(path => ({ key: { [path]: 1 as const } })))
  })

  test.each(Object.entries(examples))('%s', async (_name, table) => {
    for (const [query, ids] of table) {
      const found = await collection.find(query).sort({ _id: 1 }).toArray()
      expect(found.map(({ _id }) => _id).join(''), JSON.stringify(query)).toBe(ids)
    }
  })
})

test.each<[string, Document, number]>([
  ['an unknown operator', { n: { $no: 1 } }, 2],
  ['an unknown top level operator', { $no: 1 }, 2],
  ['an empty $or', { $or: [] }, 2],
  ['$in without an array', { n: { $in: 1 } }, 2],
  ['$elemMatch without a document', { n: { $elemMatch: 1 } }, 2],
  ['$mod by zero', { n: { $mod: [0, 1] } }, 2],
  ['a pattern that is none', { s: { $regex: '(' } }, 51091],
])('%s is refused', async (_name, query, code) => {
  await expect(world.collection().find(query).toArray()).rejects.toMatchObject({ code })
})

const first: Document = { _id: 'a' }

test.each<[Document, Document]>([
  [{ n: 1 }, { _id: 'a', n: 1 }],
  [{ n: 1, _id: 0 }, { n: 1 }],
  [{ 'sub.k': 1, _id: 0 }, { sub: { k: 1 } }],
  [{ sub: { k: 1 }, _id: 0 }, { sub: { k: 1 } }],
  [
    { tags: { $slice: 1 }, n: 1, _id: 0 },
    { n: 1, tags: ['x'] },
  ],
  [{ tags: { $elemMatch: { $eq: 'y' } }, _id: 0 }, { tags: ['y'] }],
  [
    { sub: 0, tags: 0, at: 0, s: 0 },
    { _id: 'a', n: 1 },
  ],
  [{ double: { $add: ['$n', 1] }, _id: 0 }, { double: 2 }],
])('the projection %j gives %j', async (projection, expected) => {
  const collection = world.collection()
  await collection.insertMany(documents)
  expect(await collection.findOne(first, { projection })).toEqual(expected)
})

test('a positional projection gives the element that the query matched', async () => {
  const collection = world.collection()
  await collection.insertMany(documents)
  const found = await collection.findOne({ 'list.p': 3 }, { projection: { 'list.$': 1 } })
  expect(found).toEqual({ _id: 'f', list: [{ p: 3, q: 4 }] })
})

test('numbers come back in the type in which they were written', async () => {
  const collection = world.collection()
  const numbers = { int: new Int32(1), double: new Double(1), long: Long.fromNumber(1) }
  await collection.insertOne({ ...numbers })
  await collection.updateOne({}, { $set: { other: true } })
  const found = await collection.findOne({}, { promoteValues: false })
  expect(found).toMatchObject(numbers)
})
