import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { MongoClient } from 'mongodb'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startEmbedded } from './index.ts'

let dataDir: string

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'embedded-'))
})

afterEach(() => rm(dataDir, { recursive: true, force: true }))

async function using<T>(folder: string, work: (client: MongoClient, uri: string) => Promise<T>): Promise<T> {
  const store = await startEmbedded({ dataDir: folder })
  const client = await new MongoClient(store.uri).connect()
  try {
    return await work(client, store.uri)
  } finally {
    await client.close()
    await store.stop()
  }
}

test('what was written is there after a stop and a start', async () => {
  await using(dataDir, client => client.db('a').collection('notes').insertOne({ text: 'kept' }))
  const found = await using(dataDir, client => client.db('a').collection('notes').findOne({}))
  expect(found).toMatchObject({ text: 'kept' })
})

test('a second start in one folder is refused, and the first goes on', async () => {
  await using(dataDir, async (_client, uri) => {
    await expect(startEmbedded({ dataDir })).rejects.toThrow(/in use by another process/)
    const second = await new MongoClient(uri).connect()
    expect(await second.db('a').command({ ping: 1 })).toMatchObject({ ok: 1 })
    await second.close()
  })
})

test('the socket lies in a folder that only its owner may enter', async () => {
  await using(dataDir, async () => {
    expect((await stat(join(dataDir, 'socket'))).mode & 0o777).toBe(0o700)
  })
})

test('a folder whose path is too long for a socket works all the same', async () => {
  const long = join(dataDir, 'x'.repeat(120))
  await using(long, client => client.db('a').collection('notes').insertOne({}))
})

test('a file that is damaged is refused with what to do', async () => {
  await writeFile(
    join(dataDir, 'store.sqlite'),
    'not a database, and longer than a header of one hundred bytes. '.repeat(40),
  )
  await expect(startEmbedded({ dataDir })).rejects.toThrow(/is damaged .*colloquy restore/)
})

test('a file that is damaged in its midst is refused too', async () => {
  await using(dataDir, async client => {
    const docs = Array.from({ length: 500 }, (_, n) => ({ n, text: 'x'.repeat(500) }))
    await client.db('a').collection('notes').insertMany(docs)
  })
  const path = join(dataDir, 'store.sqlite')
  const bytes = await readFile(path)
  bytes.fill(0xee, 4096 * 6, 4096 * 8)
  await writeFile(path, bytes)
  await expect(startEmbedded({ dataDir })).rejects.toThrow(/is damaged .*colloquy restore/)
})

test('a file of a newer version is refused', async () => {
  await using(dataDir, client => client.db('a').collection('notes').insertOne({}))
  const file = new DatabaseSync(join(dataDir, 'store.sqlite'))
  file.exec('PRAGMA user_version = 99')
  file.close()
  await expect(startEmbedded({ dataDir })).rejects.toThrow(/newer version/)
})

test('a folder that cannot be written is refused', async () => {
  const file = join(dataDir, 'file')
  await writeFile(file, '')
  await expect(startEmbedded({ dataDir: join(file, 'data') })).rejects.toThrow(/cannot be written|ENOTDIR/)
  if (process.getuid?.() === 0) return
  const closed = join(dataDir, 'closed')
  await mkdir(closed)
  await chmod(closed, 0o500)
  await expect(startEmbedded({ dataDir: closed })).rejects.toThrow(/cannot be written/)
})
