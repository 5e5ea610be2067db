import type { Document } from 'mongodb'
import { beforeAll, expect, test } from 'vitest'
import { useWorld } from './world.ts'

const world = useWorld()
let name: string
const command = (body: Document): Promise<Document> => world.client.db(database).command(body)
let database: string

beforeAll(async () => {
  const collection = world.collection()
  name = collection.collectionName
  database = collection.dbName
  await collection.insertMany(Array.from({ length: 250 }, (_, n) => ({ n })))
})

test('the first batch has 101 documents, and the next as many as fit', async () => {
  const { cursor } = await command({ find: name })
  expect(cursor.firstBatch).toHaveLength(101)
  const more = await command({ getMore: cursor.id, collection: name })
  expect(more.cursor.nextBatch).toHaveLength(149)
  expect(String(more.cursor.id)).toBe('0')
})

test('a first batch of none leaves an open cursor', async () => {
  const { cursor } = await command({ find: name, batchSize: 0 })
  expect(cursor.firstBatch).toEqual([])
  expect(String(cursor.id)).not.toBe('0')
  const more = await command({ getMore: cursor.id, collection: name, batchSize: 3 })
  expect(more.cursor.nextBatch).toHaveLength(3)
  await command({ killCursors: name, cursors: [more.cursor.id] })
})

test('a cursor that was killed is not found', async () => {
  const { cursor } = await command({ find: name, batchSize: 2 })
  await command({ killCursors: name, cursors: [cursor.id] })
  await expect(command({ getMore: cursor.id, collection: name })).rejects.toMatchObject({ code: 43 })
})

test('a batch holds no more than 16 MB', async () => {
  const collection = world.collection()
  await collection.insertMany(Array.from({ length: 12 }, (_, n) => ({ n, text: 'x'.repeat(3 * 2 ** 20) })))
  const { cursor } = await command({ find: collection.collectionName })
  expect(cursor.firstBatch.length).toBeLessThan(6)
  expect(await collection.find().toArray()).toHaveLength(12)
})

test('limit, skip and sort hold across batches', async () => {
  const collection = world.client.db(database).collection(name)
  const found = await collection.find().sort({ n: -1 }).skip(5).limit(200).batchSize(7).toArray()
  expect(found.map(({ n }) => n)).toEqual(Array.from({ length: 200 }, (_, i) => 244 - i))
})

test('a document above 16 MB is refused', async () => {
  await expect(world.collection().insertOne({ text: 'x'.repeat(17 * 2 ** 20) })).rejects.toThrow()
})
