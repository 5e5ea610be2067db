import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MongoNetworkError, MongoServerSelectionError } from 'mongodb'
import { expect, test } from 'vitest'
import { damageOf } from './storage/check.ts'
import { Store } from './storage/store.ts'
import { serveFromChild } from './testing/child.ts'
import { impatientClient, type Told, toldNothing, write } from './testing/writers.ts'
import { decode } from './values.ts'

const rounds = 12
/** FUZZ_TIMES makes the rounds that many times as long. */
const times = Number(process.env['FUZZ_TIMES'] ?? 1)
const writers = 16

test('no acknowledged write is lost when the store is killed under many writers', {
  timeout: 120_000 * times,
}, async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'crash-'))
  const tolds = Array.from({ length: writers }, (_, writer) => toldNothing(writer))
  for (let round = 0; round < rounds; round++) {
    await writeUntilKilled(dataDir, tolds, round)
    expect(lostOf(dataDir, tolds), `round ${round}`).toEqual([])
  }
  expect(tolds.every(({ count }) => count > 0)).toBe(true)
  const acknowledged = tolds.reduce(
    (sum, { present, absent, count }) => sum + present.size + 2 * absent.size + count,
    0,
  )
  if (times > 1) console.log(`${acknowledged} acknowledged writes, none lost`)
  await rm(dataDir, { recursive: true })
})

async function writeUntilKilled(dataDir: string, tolds: readonly Told[], round: number): Promise<void> {
  const child = await serveFromChild(dataDir)
  const client = await impatientClient(child.uri)
  const collection = client.db('crash').collection('docs')
  if (round === 0)
    await collection.createIndexes([
      { key: { unique: 1 }, unique: true, sparse: true },
      { key: { writer: 1, at: -1 } },
      { key: { tags: 1 } },
    ])
  // The crash comes in the midst of the writing, in each round at another moment of it.
  let left = (150 + ((round * 37) % 100)) * times
  const enough = Promise.withResolvers<void>()
  const acknowledged = (): void => {
    if (--left === 0) enough.resolve()
  }
  const writing = Promise.allSettled(tolds.map(told => write(collection, told, round, acknowledged)))
  await enough.promise
  await child.kill()
  for (const result of await writing) {
    if (result.status === 'fulfilled') throw new Error('A writer ended by itself')
    const { reason } = result
    if (!(reason instanceof MongoNetworkError || reason instanceof MongoServerSelectionError)) throw reason
  }
  await client.close()
}

/** Opens what the crash left: everything that differs from what the writers were told, and any damage. */
function lostOf(dataDir: string, tolds: readonly Told[]): string[] {
  const store = new Store(dataDir)
  const docs = new Map<unknown, Record<string, unknown>>()
  for (const { bytes } of store.collection('crash.docs')?.scan.all() ?? []) {
    const doc = decode(bytes)
    docs.set(doc['_id'], doc)
  }
  const lost = [...damageOf(store), ...tolds.flatMap(told => differences(told, docs))]
  store.close()
  return lost
}

function differences(told: Told, docs: ReadonlyMap<unknown, Record<string, unknown>>): string[] {
  const { writer, present, absent, unknown } = told
  const lost = [...present].filter(id => !docs.has(id) && id !== unknown).map(id => `${id} is lost`)
  const back = [...absent].filter(id => docs.has(id)).map(id => `${id} is back`)
  const counted = Number(docs.get(`counter.${writer}`)?.['n'] ?? 0)
  const possible = unknown === 'count' ? [told.count, told.count + 1] : [told.count]
  const wrong = possible.includes(counted)
    ? []
    : [`counter ${writer} is ${counted}, not ${possible.join(' or ')}`]
  // What was under way is settled now, one way or the other.
  told.count = counted
  if (unknown !== undefined && unknown !== 'count' && !docs.has(unknown)) present.delete(unknown)
  return [...lost, ...back, ...wrong]
}
