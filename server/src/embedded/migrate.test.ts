import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Document, Double, Int32, Long, MongoClient } from 'mongodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EmbeddedStore, startEmbedded } from './index.ts'
import { copyEverything } from './migrate.ts'

let folder: string
let stores: EmbeddedStore[]
let from: MongoClient
let to: MongoClient

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'migrate-'))
  stores = await Promise.all(['a', 'b'].map(name => startEmbedded({ dataDir: join(folder, name) })))
  from = await new MongoClient(stores[0]?.uri ?? '').connect()
  to = await new MongoClient(stores[1]?.uri ?? '').connect()
})

afterAll(async () => {
  await from.close()
  await to.close()
  for (const store of stores) await store.stop()
  await rm(folder, { recursive: true })
})

const silent = (): void => undefined

test('everything is copied, can be copied again, and is told apart when it differs', async () => {
  const notes = from.db('app').collection('notes')
  const numbers = {
    int: new Int32(1),
    double: new Double(1),
    long: Long.fromNumber(1),
    at: new Date(0),
    pattern: /x/i,
  }
  await notes.insertMany(Array.from({ length: 1234 }, (_, n): Document => ({ _id: n, n, ...numbers })))
  await notes.createIndex({ n: 1 }, { unique: true })
  await from.db('app').createCollection('few', { viewOn: 'notes', pipeline: [{ $match: { n: { $lt: 3 } } }] })
  await from.db('other').createCollection('empty', { validator: { n: { $type: 'number' } } })

  expect(await copyEverything(from, to, silent)).toBe(1234)
  const copied = to.db('app').collection('notes')
  expect(await copied.findOne({ n: 7 }, { promoteValues: false })).toMatchObject({
    int: new Int32(1),
    double: new Double(1),
  })
  await expect(copied.insertOne({ n: 7 })).rejects.toMatchObject({ code: 11000 })
  expect(await to.db('app').collection('few').countDocuments()).toBe(3)
  await expect(to.db('other').collection('empty').insertOne({ n: 'x' })).rejects.toMatchObject({ code: 121 })

  await notes.updateOne({ n: 7 }, { $set: { changed: true } })
  expect(await copyEverything(from, to, silent)).toBe(1234)
  expect(await copied.findOne({ changed: true })).toMatchObject({ n: 7 })

  await copied.insertOne({ n: -1 })
  await expect(copyEverything(from, to, silent)).rejects.toThrow(/app.notes differs .*1234 and 1235/)
})
