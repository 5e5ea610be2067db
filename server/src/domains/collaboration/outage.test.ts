import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Problem } from '@colloquy/shared/contract/problems'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Doc, encodeStateVector } from 'yjs'
import { startWorld, type World } from '../../testing/world.ts'
import { Exchange } from './exchange.ts'
import { Journal } from './journal.ts'
import { limits } from './limits.ts'
import { type Running, startStoreProcess } from './processes.testing.ts'
import { chance } from './simulation/chance.ts'
import { MemoryStore } from './simulation/memory-store.ts'
import { VirtualClock } from './simulation/virtual-clock.ts'
import { squash } from './squash.ts'
import { visit } from './visitor.testing.ts'

const PATIENCE = 120_000
let folder: string
let store: Running
let world: World
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'colloquy-'))
  store = await startStoreProcess(folder)
  world = await startWorld({ mongodbUri: `${store.line}colloquy`, logLevel: 'silent' })
}, PATIENCE)
afterAll(async () => {
  store.child.kill('SIGCONT')
  await world.stop()
  await store.stop('SIGTERM')
  await rm(folder, { recursive: true, force: true })
})

it(
  'while the database does not answer, edits travel on, nobody is told they are saved, and nothing is lost',
  async () => {
    const { documentId } = await world.document()
    const [writer, reader] = [visit(world.owner, documentId), visit(world.owner, documentId)]
    await Promise.all([writer.provider.synced, reader.provider.synced])
    store.child.kill('SIGSTOP')
    writer.type('written ')
    await writer.becomes('retrying')
    writer.type('in the dark')
    await reader.shows('written in the dark')
    expect(writer.provider.unsaved).toBe(2)
    store.child.kill('SIGCONT')
    await writer.becomes('saved')
    const late = visit(world.owner, documentId)
    await late.provider.synced
    expect(late.text()).toBe('written in the dark')
  },
  PATIENCE,
)

it('memory is bounded: beyond the limit edits are refused by name until the store takes them again', async () => {
  const clock = new VirtualClock()
  const memory = new MemoryStore(clock, chance(1))
  const journal = new Journal(memory, clock, { wrote: () => undefined, failed: () => undefined })
  const exchange = new Exchange({
    peers: null,
    store: memory,
    journal,
    clock,
    limits: { ...limits, unsavedBytes: 1000 },
    broadcast: () => undefined,
    squash: async updates => squash(updates),
    newEpoch: () => 'epoch',
    edited: () => undefined,
    warn: () => undefined,
  })
  const member = { memberId: 'm', accountId: 'a', name: 'A', connected: true }
  const doc = new Doc()
  const joined = exchange.join(member, 'editor', { documentId: 'd', stateVector: encodeStateVector(doc) })
  await clock.until(100)
  await joined
  memory.down = true
  const answers: (number[] | Problem)[] = []
  doc.on('update', (update: Uint8Array) => {
    exchange.update('m', 'd', [update]).then(
      seqs => answers.push(seqs),
      problem => answers.push(problem),
    )
  })
  for (let edit = 0; edit < 100; edit++) doc.getText('t').insert(0, 'twenty bytes of text')
  await clock.until(30_000)
  expect(journal.bytes).toBeLessThan(1100)
  expect(answers.every(answer => answer instanceof Problem && answer.code === 'unavailable')).toBe(true)
  const refused = answers.length
  expect(refused).toBeGreaterThan(50)
  memory.down = false
  await clock.until(60_000)
  expect(journal.bytes).toBe(0)
  expect(answers.length, 'all that was taken is answered now').toBe(100)
  expect(answers.slice(refused).every(answer => Array.isArray(answer))).toBe(true)
})
