import { BSON, Decimal128, type Document, Double, Int32, Long, type UpdateOptions } from 'mongodb'
import { describe, expect, test } from 'vitest'
import { useWorld } from './world.ts'

const world = useWorld()

/** What an update makes of a document: before, update, after, and what else the update is given. */
type Example = [Document, Document | Document[], Document, (UpdateOptions & { query?: Document })?]

const big = Long.fromString('9223372036854775000')

const examples: Record<string, Example[]> = {
  '$set and $unset': [
    [{ a: 1 }, { $set: { b: 2 } }, { a: 1, b: 2 }],
    [{}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
    [{ a: { x: 1 } }, { $set: { 'a.y': 2 } }, { a: { x: 1, y: 2 } }],
    [{ a: [1, 2] }, { $set: { 'a.1': 9 } }, { a: [1, 9] }],
    [{ a: [1] }, { $set: { 'a.3': 9 } }, { a: [1, null, null, 9] }],
    [{ a: [{ b: 1 }] }, { $set: { 'a.0.b': 2 } }, { a: [{ b: 2 }] }],
    [{}, { $set: { c: 1, a: 1, b: 1 } }, { a: 1, b: 1, c: 1 }],
    [{ a: 1, b: 2 }, { $unset: { a: '' } }, { b: 2 }],
    [{ a: { b: 1, c: 2 } }, { $unset: { 'a.b': 1 } }, { a: { c: 2 } }],
    [{ a: [1, 2] }, { $unset: { 'a.0': 1 } }, { a: [null, 2] }],
    [{ a: 1 }, { $unset: { 'b.c': 1 } }, { a: 1 }],
  ],
  '$inc and $mul keep to the wider type': [
    [{ n: new Int32(1) }, { $inc: { n: new Int32(2) } }, { n: new Int32(3) }],
    [{ n: new Int32(2147483647) }, { $inc: { n: new Int32(1) } }, { n: Long.fromNumber(2147483648) }],
    [{ n: new Int32(1) }, { $inc: { n: new Double(1) } }, { n: new Double(2) }],
    [{ n: new Double(1) }, { $inc: { n: new Int32(1) } }, { n: new Double(2) }],
    [{ n: big }, { $inc: { n: new Int32(7) } }, { n: Long.fromString('9223372036854775007') }],
    [
      { n: Long.fromString('9007199254740993') },
      { $inc: { n: new Int32(2) } },
      { n: Long.fromString('9007199254740995') },
    ],
    [
      { n: Decimal128.fromString('0.1') },
      { $inc: { n: Decimal128.fromString('0.2') } },
      { n: Decimal128.fromString('0.3') },
    ],
    [{}, { $inc: { n: new Int32(5) } }, { n: new Int32(5) }],
    [{}, { $mul: { n: new Int32(5) } }, { n: new Int32(0) }],
    [{ n: new Int32(3) }, { $mul: { n: new Double(1.5) } }, { n: new Double(4.5) }],
    [{ n: new Int32(2 ** 30) }, { $mul: { n: new Int32(4) } }, { n: Long.fromNumber(2 ** 32) }],
  ],
  '$min, $max, $bit and $rename': [
    [{ n: 5 }, { $min: { n: 3 }, $max: { m: 1 } }, { n: 3, m: 1 }],
    [{ n: 5 }, { $min: { n: 7 } }, { n: 5 }],
    [{ n: 5 }, { $max: { n: 'text' } }, { n: 'text' }],
    [{ n: new Int32(12) }, { $bit: { n: { and: new Int32(10) } } }, { n: new Int32(8) }],
    [{ n: new Int32(12) }, { $bit: { n: { or: new Int32(3), xor: new Int32(1) } } }, { n: new Int32(14) }],
    [{ a: 1, b: 2 }, { $rename: { a: 'c' } }, { b: 2, c: 1 }],
    [{ a: { b: 1 } }, { $rename: { 'a.b': 'd.e' } }, { a: {}, d: { e: 1 } }],
  ],
  '$push and $addToSet': [
    [{}, { $push: { a: 1 } }, { a: [1] }],
    [{ a: [1] }, { $push: { a: [2] } }, { a: [1, [2]] }],
    [{ a: [1] }, { $push: { a: { $each: [3, 2] } } }, { a: [1, 3, 2] }],
    [{ a: [1, 2] }, { $push: { a: { $each: [9], $position: 1 } } }, { a: [1, 9, 2] }],
    [{ a: [1, 2] }, { $push: { a: { $each: [9], $position: -1 } } }, { a: [1, 9, 2] }],
    [{ a: [1, 2] }, { $push: { a: { $each: [3], $slice: -2 } } }, { a: [2, 3] }],
    [{ a: [3, 1] }, { $push: { a: { $each: [2], $sort: 1, $slice: 2 } } }, { a: [1, 2] }],
    [
      { a: [{ s: 1 }] },
      { $push: { a: { $each: [{ s: 3 }, { s: 2 }], $sort: { s: -1 } } } },
      { a: [{ s: 3 }, { s: 2 }, { s: 1 }] },
    ],
    [{ a: [1] }, { $addToSet: { a: new Double(1) } }, { a: [1] }],
    [{ a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] } } }, { a: [1, 2] }],
    [
      { a: [{ x: 1, y: 2 }] },
      { $addToSet: { a: { y: 2, x: 1 } } },
      {
        a: [
          { x: 1, y: 2 },
          { y: 2, x: 1 },
        ],
      },
    ],
  ],
  '$pull, $pullAll and $pop': [
    [{ a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
    [{ a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
    [{ a: [{ x: 1, y: 1 }, { x: 2 }] }, { $pull: { a: { x: 1 } } }, { a: [{ x: 2 }] }],
    [{ a: ['ab', 'b'] }, { $pull: { a: /^a/ } }, { a: ['b'] }],
    [{ a: [1, 2, 3] }, { $pull: { a: { $in: [1, 3] } } }, { a: [2] }],
    [{ a: [1, 2, 1] }, { $pullAll: { a: [1, 9] } }, { a: [2] }],
    [{ a: [1, 2] }, { $pop: { a: 1 } }, { a: [1] }],
    [{ a: [1, 2] }, { $pop: { a: -1 } }, { a: [2] }],
  ],
  positions: [
    [{ a: [1, 2, 3] }, { $set: { 'a.$': 9 } }, { a: [1, 9, 3] }, { query: { a: 2 } }],
    [
      { a: [{ k: 1 }, { k: 2 }] },
      { $set: { 'a.$.v': 1 } },
      { a: [{ k: 1 }, { k: 2, v: 1 }] },
      { query: { 'a.k': 2 } },
    ],
    [
      { a: [{ k: 1 }, { k: 2 }] },
      { $set: { 'a.$.k': 5 }, $inc: { 'a.$.n': 1 } },
      { a: [{ k: 1 }, { k: 5, n: 1 }] },
      { query: { a: { $elemMatch: { k: 2 } } } },
    ],
    [{ a: [1, 2] }, { $inc: { 'a.$[]': 10 } }, { a: [11, 12] }],
    [
      {
        a: [
          { k: 1, v: [1, 2] },
          { k: 2, v: [3] },
        ],
      },
      { $mul: { 'a.$[one].v.$[]': 2 } },
      {
        a: [
          { k: 1, v: [2, 4] },
          { k: 2, v: [3] },
        ],
      },
      { arrayFilters: [{ 'one.k': 1 }] },
    ],
    [{ a: [5, 15] }, { $set: { 'a.$[big]': 10 } }, { a: [5, 10] }, { arrayFilters: [{ big: { $gt: 10 } }] }],
  ],
  upserts: [
    [{}, { $set: { n: 1 } }, { k: 'new', n: 1 }, { query: { k: 'new' }, upsert: true }],
    [{}, { $setOnInsert: { n: 1 } }, { k: 'new', n: 1 }, { query: { k: { $eq: 'new' } }, upsert: true }],
    [{}, { $inc: { n: 1 } }, { a: { b: 1 }, n: 1 }, { query: { 'a.b': 1, c: { $gt: 5 } }, upsert: true }],
    [{}, { $set: { n: 1 } }, { x: 1, y: 2, n: 1 }, { query: { $and: [{ x: 1 }, { y: 2 }] }, upsert: true }],
    [
      { k: 'old' },
      { $setOnInsert: { n: 1 }, $set: { m: 1 } },
      { k: 'old', m: 1 },
      { query: { k: 'old' }, upsert: true },
    ],
  ],
  pipelines: [
    [{ a: 1, b: 2 }, [{ $set: { c: { $add: ['$a', '$b'] } } }], { a: 1, b: 2, c: 3 }],
    [{ a: 1, b: 2 }, [{ $unset: 'a' }, { $set: { d: '$b' } }], { b: 2, d: 2 }],
  ],
}

const shown = (doc: unknown): string => BSON.EJSON.stringify(doc, { relaxed: false })

describe.each(Object.entries(examples))('%s', (_name, table) => {
  test('makes what is expected', async () => {
    const check = async ([
      before,
      update,
      after,
      { query = {}, ...options } = {},
    ]: Example): Promise<void> => {
      const collection = world.collection()
      await collection.insertOne({ _id: 1, ...before } as Document)
      await collection.updateOne(query, update, options)
      const [found] = await collection
        .find({}, { promoteValues: false })
        .sort({ $natural: -1 })
        .limit(1)
        .toArray()
      const { _id, ...fields } = found ?? {}
      const wanted = BSON.deserialize(BSON.serialize(after), { promoteValues: false })
      expect(shown(fields), `${shown(before)} ${JSON.stringify(update)}`).toBe(shown(wanted))
    }
    await Promise.all(table.map(check))
  })
})

test.each<[string, Document, Document, number]>([
  ['a path through a value that is no document', { a: 1 }, { $set: { 'a.b': 1 } }, 28],
  ['two changes of one path', {}, { $set: { a: 1 }, $inc: { a: 1 } }, 40],
  ['a change inside another', {}, { $set: { a: 1, 'a.b': 1 } }, 40],
  ['another _id', {}, { $set: { _id: 2 } }, 66],
  ['$inc of a text', { a: 'x' }, { $inc: { a: 1 } }, 14],
  ['$inc by a text', { a: 1 }, { $inc: { a: 'x' } }, 14],
  ['$push to what is no array', { a: 1 }, { $push: { a: 1 } }, 2],
  ['an unknown operator', {}, { $no: { a: 1 } }, 9],
  ['$ without a position', { a: [1] }, { $set: { 'a.$': 1 } }, 2],
  ['an array filter that is not given', { a: [1] }, { $set: { 'a.$[x]': 1 } }, 2],
  ['$inc beyond 64 bits', { a: Long.MAX_VALUE }, { $inc: { a: 1 } }, 2],
])('%s is refused and nothing is changed', async (_name, before, update, code) => {
  const collection = world.collection()
  const doc: Document = { _id: 1, ...before }
  await collection.insertOne(doc)
  await expect(collection.updateOne({}, update)).rejects.toMatchObject({ code })
  expect(await collection.findOne({}, { promoteLongs: false })).toEqual(doc)
})

test('an update that changes nothing says so', async () => {
  const collection = world.collection()
  await collection.insertOne({ a: 1 })
  expect(await collection.updateOne({}, { $set: { a: 1 } })).toMatchObject({
    matchedCount: 1,
    modifiedCount: 0,
  })
})

test('a replacement keeps the _id and nothing else', async () => {
  const collection = world.collection()
  const { insertedId } = await collection.insertOne({ a: 1, b: 1 })
  await collection.replaceOne({ a: 1 }, { c: 1 })
  expect(await collection.findOne()).toEqual({ _id: insertedId, c: 1 })
})

test('findOneAndUpdate answers the document before or after, and what it made', async () => {
  const collection = world.collection()
  const bump = (options: object) =>
    collection.findOneAndUpdate(
      { k: 1 },
      { $inc: { n: 1 } },
      { upsert: true, projection: { _id: 0 }, ...options },
    )
  expect(await bump({ returnDocument: 'before' })).toBeNull()
  expect(await bump({ returnDocument: 'before' })).toEqual({ k: 1, n: 1 })
  expect(await bump({ returnDocument: 'after' })).toEqual({ k: 1, n: 3 })
  expect(await collection.findOneAndDelete({}, { sort: { n: -1 }, projection: { n: 1, _id: 0 } })).toEqual({
    n: 3,
  })
  expect(await collection.countDocuments()).toBe(0)
})

test('concurrent increments all count', async () => {
  const collection = world.collection()
  await collection.insertOne({ k: 1, n: 0 })
  await Promise.all(Array.from({ length: 200 }, () => collection.updateOne({ k: 1 }, { $inc: { n: 1 } })))
  expect(await collection.findOne({ k: 1 })).toMatchObject({ n: 200 })
})
