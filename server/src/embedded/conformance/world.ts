import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Collection, type Document, MongoClient } from 'mongodb'
import { afterAll, beforeAll } from 'vitest'
import { startEmbedded } from '../index.ts'

export interface World {
  client: MongoClient
  /** A collection that no other test uses. */
  collection(): Collection<Document>
}

/**
 * One store for the tests of a file: the embedded one, or the MongoDB at MONGODB_URI when that is set, so that the
 * expectations of this suite can be held against a real one.
 */
export function useWorld(): World {
  const uri = process.env['MONGODB_URI']
  const database = `conformance_${process.pid}_${Date.now()}`
  let collections = 0
  let stop = async (): Promise<void> => undefined
  const world: World = {
    client: new MongoClient('mongodb://unused.invalid'),
    collection: () => world.client.db(database).collection(`c${++collections}`),
  }
  beforeAll(async () => {
    const dataDir = uri ? undefined : await mkdtemp(join(tmpdir(), 'conformance-'))
    const store = dataDir ? await startEmbedded({ dataDir }) : undefined
    world.client = await new MongoClient(uri ?? store?.uri ?? '').connect()
    stop = async () => {
      await world.client.db(database).dropDatabase()
      await world.client.close()
      await store?.stop()
      if (dataDir) await rm(dataDir, { recursive: true })
    }
  })
  afterAll(() => stop())
  return world
}
