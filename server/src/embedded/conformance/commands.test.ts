import type { Document } from 'mongodb'
import { expect, test } from 'vitest'
import { useWorld } from './world.ts'

const world = useWorld()

test('hello tells the limits of the protocol', async () => {
  expect(await world.client.db('admin').command({ hello: 1 })).toMatchObject({
    isWritablePrimary: true,
    maxBsonObjectSize: 16_777_216,
    maxMessageSizeBytes: 48_000_000,
    maxWriteBatchSize: 100_000,
    minWireVersion: 0,
    ok: 1,
  })
})

test.each<[string, Document, number]>([
  ['an unknown command', { noSuchCommand: 1 }, 59],
  ['a name that is none', { find: '' }, 73],
  ['reading indexes of what is not there', { listIndexes: 'nothing' }, 26],
])('%s is refused', async (_name, command, code) => {
  await expect(world.client.db('test').command(command)).rejects.toMatchObject({ code })
})

test('collections are made, listed, renamed and dropped', async () => {
  const collection = world.collection()
  const db = world.client.db(collection.dbName)
  const names = async () =>
    (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name)
  await db.createCollection('made')
  await expect(db.createCollection('made', { capped: true, size: 4096 })).rejects.toMatchObject({ code: 48 })
  expect(await names()).toContain('made')
  const renamed = await db.renameCollection('made', 'renamed')
  await renamed.insertOne({ a: 1 })
  expect(await names()).toContain('renamed')
  expect(await names()).not.toContain('made')
  await renamed.drop()
  expect(await names()).not.toContain('renamed')
})

test('a view shows its collection through a pipeline', async () => {
  const collection = world.collection()
  const db = world.client.db(collection.dbName)
  await collection.insertMany([{ n: 1 }, { n: 2 }, { n: 3 }])
  const view = await db.createCollection('big', {
    viewOn: collection.collectionName,
    pipeline: [{ $match: { n: { $gt: 1 } } }],
  })
  expect(await view.countDocuments()).toBe(2)
  expect((await view.find({ n: { $lt: 3 } }).toArray()).map(({ n }) => n)).toEqual([2])
  await expect(view.insertOne({ n: 9 })).rejects.toMatchObject({ code: 166 })
})

test('a validator refuses documents that do not match it', async () => {
  const collection = world.collection()
  const db = world.client.db(collection.dbName)
  const checked = await db.createCollection('checked', { validator: { n: { $type: 'number' } } })
  await checked.insertOne({ n: 1 })
  await expect(checked.insertOne({ n: 'one' })).rejects.toMatchObject({ code: 121 })
  await expect(checked.updateOne({}, { $set: { n: 'one' } })).rejects.toMatchObject({ code: 121 })
  await checked.insertOne({ n: 'one' }, { bypassDocumentValidation: true })
})

test('an ordered bulk stops at the first refusal, an unordered one goes on', async () => {
  for (const [ordered, inserted] of [
    [true, 1],
    [false, 2],
  ] as const) {
    const collection = world.collection()
    const rows: Document[] = [{ _id: 1 }, { _id: 1 }, { _id: 2 }]
    await expect(collection.insertMany(rows, { ordered })).rejects.toMatchObject({
      code: 11000,
      insertedCount: inserted,
    })
    expect(await collection.countDocuments()).toBe(inserted)
  }
})

test('transactions are refused, as a standalone refuses them', async () => {
  const collection = world.collection()
  const hello = await world.client.db('admin').command({ hello: 1 })
  if (hello['setName']) return
  const session = world.client.startSession()
  await expect(
    session.withTransaction(async () => {
      await collection.insertOne({}, { session })
    }),
  ).rejects.toThrow(/does not support retryable writes|Transaction numbers are only allowed/)
  await session.endSession()
})

test('a collation compares texts without regard to case', async () => {
  const collection = world.collection()
  await collection.insertMany([{ s: 'b' }, { s: 'A' }, { s: 'a' }])
  const collation = { locale: 'en', strength: 2 }
  expect(await collection.find({ s: 'a' }, { collation }).toArray()).toHaveLength(2)
  expect((await collection.find({}, { collation }).sort({ s: 1 }).toArray()).map(({ s }) => s).at(-1)).toBe(
    'b',
  )
})

test('a text search finds documents by words and tells how well they fit', async () => {
  const collection = world.collection()
  await collection.createIndex({ title: 'text' })
  await collection.insertMany([
    { title: 'searching far' },
    { title: 'text search in text' },
    { title: 'nothing' },
  ])
  const score = { $meta: 'textScore' }
  const found = await collection
    .find({ $text: { $search: 'text search' } }, { projection: { score } })
    .sort({ score })
    .toArray()
  expect(found.map(({ title }) => title)).toEqual(['text search in text', 'searching far'])
  expect(found[0]?.['score']).toBeGreaterThan(found[1]?.['score'])
})

test('a command that takes longer than it may is stopped', async () => {
  const collection = world.collection()
  await collection.insertOne({})
  const slow = collection.find({ $where: 'sleep(1000) || true' }, { maxTimeMS: 20 })
  await expect(slow.toArray()).rejects.toMatchObject({ code: 50 })
})
