import { type Collection, type Document, MongoServerError } from 'mongodb'
import { expect, test } from 'vitest'
import { useWorld } from './world.ts'

const world = useWorld()

test.each<[string, Document, Document, Document[], Document[]]>([
  ['a value', { a: 1 }, {}, [{ a: 1 }, { a: 2 }], [{ a: 1 }]],
  ['a value of another numeric type', { a: 1 }, {}, [{ a: 1 }], [{ a: 1.0 }]],
  ['a missing field, which counts as null', { a: 1 }, {}, [{ b: 1 }], [{ b: 2 }, { a: null }]],
  ['an element of an array', { a: 1 }, {}, [{ a: [1, 2] }, { a: 3 }], [{ a: 2 }, { a: [3, 4] }]],
  [
    'all fields together',
    { a: 1, b: -1 },
    {},
    [
      { a: 1, b: 1 },
      { a: 1, b: 2 },
    ],
    [{ a: 1, b: 2 }],
  ],
  [
    'a field inside documents',
    { 'a.b': 1 },
    {},
    [{ a: { b: 1 } }, { a: [{ b: 2 }, { b: 2 }] }],
    [{ a: [{ b: 1 }] }],
  ],
  ['values there are, when sparse', { a: 1 }, { sparse: true }, [{ b: 1 }, { b: 2 }, { a: 1 }], [{ a: 1 }]],
  [
    'documents that its filter takes in',
    { a: 1 },
    { partialFilterExpression: { a: { $type: 'string' } } },
    [{ a: 1 }, { a: 1 }, { a: 'x' }],
    [{ a: 'x' }],
  ],
])('a unique index refuses %s twice', async (_name, key, options, accepted, refused) => {
  const collection = world.collection()
  // reason: the table says what the driver's type of a key says more strictly
  await collection.createIndex(key as Record<string, 1>, { unique: true, ...options })
  await collection.insertMany(accepted.map(doc => ({ ...doc })))
  for (const doc of refused)
    await expect(collection.insertOne({ ...doc })).rejects.toMatchObject({ code: 11000 })
  expect(await collection.countDocuments()).toBe(accepted.length)
})

test('a refused duplicate tells the index and the value', async () => {
  const collection = world.collection()
  await collection.createIndex({ mail: 1 }, { unique: true })
  await collection.insertOne({ mail: 'a@b.c' })
  const told = { code: 11000, keyPattern: { mail: 1 }, keyValue: { mail: 'a@b.c' } }
  await expect(collection.insertOne({ mail: 'a@b.c' })).rejects.toMatchObject(told)
  await collection.insertOne({ mail: 'd@e.f' })
  await expect(
    collection.findOneAndUpdate({ mail: 'd@e.f' }, { $set: { mail: 'a@b.c' } }),
  ).rejects.toMatchObject(told)
  await expect(collection.updateOne({ mail: 'd@e.f' }, { $set: { mail: 'a@b.c' } })).rejects.toThrow(
    /^E11000 duplicate key error collection: .* index: mail_1 dup key: \{ mail: "a@b.c" \}/,
  )
})

test('a document refused by its second unique index leaves no trace in the first', async () => {
  const collection = world.collection()
  await collection.createIndex({ a: 1 }, { unique: true })
  await collection.createIndex({ b: 1 }, { unique: true })
  await collection.insertOne({ a: 1, b: 1 })
  await expect(collection.insertOne({ a: 2, b: 1 })).rejects.toMatchObject({ code: 11000 })
  await collection.insertOne({ a: 2, b: 2 })
})

test('of many who insert one value at once, exactly one succeeds', async () => {
  const collection = world.collection()
  await collection.createIndex({ k: 1 }, { unique: true })
  const results = await Promise.allSettled(
    Array.from({ length: 50 }, (_, i) => collection.insertOne({ k: 'same', i })),
  )
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await collection.countDocuments({ k: 'same' })).toBe(1)
})

test('of many who upsert one value at once, all count and one document is made', async () => {
  const collection = world.collection()
  await collection.createIndex({ k: 1 }, { unique: true })
  const bump = async (): Promise<void> => {
    try {
      await collection.updateOne({ k: 'same' }, { $inc: { n: 1 } }, { upsert: true })
    } catch (error) {
      // Two may both find nothing: the one that comes second is told, and tries again.
      if (!(error instanceof MongoServerError && error.code === 11000)) throw error
      await bump()
    }
  }
  await Promise.all(Array.from({ length: 50 }, bump))
  expect(await collection.find({}, { projection: { _id: 0 } }).toArray()).toEqual([{ k: 'same', n: 50 }])
})

test('a unique index is not made over duplicates, and is not left half made', async () => {
  const collection = world.collection()
  await collection.insertMany([{ a: 1 }, { a: 1 }])
  await expect(collection.createIndex({ a: 1 }, { unique: true })).rejects.toMatchObject({ code: 11000 })
  expect((await collection.indexes()).map(({ name }) => name)).toEqual(['_id_'])
})

test('indexes over two arrays at once are refused', async () => {
  const collection = world.collection()
  await collection.createIndex({ a: 1, b: 1 })
  await expect(collection.insertOne({ a: [1, 2], b: [1, 2] })).rejects.toMatchObject({ code: 171 })
})

test('the same index is made once, and one that differs under its name is refused', async () => {
  const collection = world.collection()
  await collection.createIndex({ a: 1 })
  await collection.createIndex({ a: 1 })
  expect(await collection.indexes()).toHaveLength(2)
  await expect(collection.createIndex({ a: 1 }, { unique: true })).rejects.toMatchObject({ code: 86 })
  await expect(collection.createIndex({ b: 1 }, { name: 'a_1' })).rejects.toMatchObject({ code: 86 })
  await expect(collection.createIndex({ a: 1 }, { name: 'other' })).rejects.toMatchObject({ code: 85 })
  await collection.dropIndex('a_1')
  await expect(collection.dropIndex('a_1')).rejects.toMatchObject({ code: 27 })
})

/** The name of the index a query is answered from, undefined when the whole collection is looked through. */
async function usedIndex(
  collection: Collection<Document>,
  query: Document,
  sort: Document = {},
): Promise<string | undefined> {
  const plan = await collection.find(query).sort(sort).explain('queryPlanner')
  return JSON.stringify(plan).match(/"indexName":"([^"]*)"/)?.[1]
}

test('the index that narrows most is used', async () => {
  const collection = world.collection()
  await collection.insertMany(
    Array.from({ length: 500 }, (_, i) => ({ a: i % 10, b: i % 50, c: i, d: { e: i } })),
  )
  await collection.createIndex({ a: 1 })
  await collection.createIndex({ a: 1, b: 1 })
  await collection.createIndex({ c: -1 })
  await collection.createIndex({ 'd.e': 1 }, { sparse: true })
  const table: [Document, Document, string | undefined][] = [
    [{ _id: 1 }, {}, '_id_'],
    [{ a: 1, b: 11 }, {}, 'a_1_b_1'],
    [{ a: { $in: [1, 2] }, b: { $gt: 40 } }, {}, 'a_1_b_1'],
    [{ c: { $gte: 100, $lt: 200 } }, {}, 'c_-1'],
    [{ a: 1 }, { b: 1 }, 'a_1_b_1'],
    [{}, { c: 1 }, 'c_-1'],
    [{ 'd.e': 7 }, {}, 'd.e_1'],
    [{ 'd.e': null }, {}, undefined],
    [{ x: 1 }, {}, undefined],
  ]
  for (const [query, sort, index] of table)
    expect(await usedIndex(collection, query, sort), JSON.stringify(query)).toBe(index)
})

test('a partial index is used only by queries that its filter covers', async () => {
  const collection = world.collection()
  await collection.insertMany([
    { s: 'open', n: 1 },
    { s: 'done', n: 1 },
  ])
  await collection.createIndex({ n: 1 }, { partialFilterExpression: { s: 'open' } })
  expect(await usedIndex(collection, { n: 1, s: 'open' })).toBe('n_1')
  expect(await usedIndex(collection, { n: 1 })).toBeUndefined()
  expect(await collection.countDocuments({ n: 1 })).toBe(2)
})

test('a hint is followed, and one that names no index is refused', async () => {
  const collection = world.collection()
  await collection.insertMany([{ a: 1 }, { a: 2 }])
  await collection.createIndex({ a: 1 })
  expect(await collection.find({}).hint('a_1').toArray()).toHaveLength(2)
  await expect(collection.find({}).hint('no_1').toArray()).rejects.toMatchObject({ code: 2 })
})

test('documents past their time are removed', async () => {
  if (process.env['MONGODB_URI']) return
  const collection = world.collection()
  await collection.createIndex({ at: 1 }, { expireAfterSeconds: 60 })
  await collection.insertMany([
    { at: new Date(Date.now() - 61_000) },
    { at: new Date() },
    { at: 'no date' },
    {},
  ])
  await expect.poll(() => collection.countDocuments(), { timeout: 10_000 }).toBe(3)
})
