import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { accountRoutes } from '@colloquy/shared/contract/accounts'
import { documentRoutes } from '@colloquy/shared/contract/documents'
import { spaceRoutes } from '@colloquy/shared/contract/spaces'
import { io } from 'socket.io-client'
import parser from 'socket.io-msgpack-parser'
import { expect, it } from 'vitest'
import { credentials, request } from '../../testing/world.ts'
import { type Running, startServerProcess } from './processes.testing.ts'
import { chance } from './simulation/chance.ts'
import { type Visitor, visitOn } from './visitor.testing.ts'

const SEED = Number(process.env['CHAOS_SEED'] ?? Date.now() % 100_000)
const KILLS = Number(process.env['CHAOS_KILLS'] ?? 2)
const WRITERS = 3

it(`no edit that was shown as saved is lost when the server is killed (CHAOS_SEED=${SEED})`, async () => {
  const luck = chance(SEED)
  const dataDir = await mkdtemp(join(tmpdir(), 'colloquy-'))
  const PORT = String(await freePort())
  const url = `http://127.0.0.1:${PORT}`
  let server: Running = await startServerProcess({ DATA_DIR: dataDir, PORT })
  const { cookie } = await request(url, '', accountRoutes.setUp, credentials('Olivia Owner'))
  const { reply: space } = await request(url, cookie, spaceRoutes.create, { name: 'Chaos', prefix: 'CHA' })
  const { reply: document } = await request(url, cookie, documentRoutes.create, {
    spaceId: space.spaceId,
    title: 'Under fire',
  })
  const open = (): Visitor =>
    visitOn(
      io(`${url}/collaboration`, {
        parser,
        transports: ['websocket'],
        extraHeaders: { cookie },
        forceNew: true,
        reconnection: false,
      }),
      document.documentId,
    )
  const leave = (visitor: Visitor) => {
    visitor.provider.destroy()
    visitor.socket.disconnect()
  }

  const saved = new Set<string>()
  for (let kill = 0; kill < KILLS; kill++) {
    const writers = Array.from({ length: WRITERS }, (_, index) => ({ index, visitor: open(), typed: [''] }))
    await Promise.all(writers.map(({ visitor }) => visitor.provider.synced))
    // Each edit is a word of its own, so that it can be found again.
    const typing = setInterval(() => {
      for (const { index, visitor, typed } of writers) {
        const word = `<${kill}.${index}.${typed.length}>`
        typed.push(word)
        visitor.type(word)
      }
    }, 5)
    await pause(300 + luck.below(1200))
    await server.stop('SIGKILL')
    clearInterval(typing)
    for (const { visitor, typed } of writers) {
      for (const word of typed.slice(1, typed.length - visitor.provider.unsaved)) saved.add(word)
      // Nobody is left who could bring an edit back.
      leave(visitor)
    }
    server = await startServerProcess({ DATA_DIR: dataDir, PORT })
    const fresh = open()
    await fresh.provider.synced
    const text = fresh.text()
    expect([...saved].filter(word => !text.includes(word))).toEqual([])
    expect(fresh.doc.store.pendingStructs).toBeNull()
    leave(fresh)
  }
  expect(saved.size).toBeGreaterThan(KILLS)
  await server.stop('SIGTERM')
  await rm(dataDir, { recursive: true, force: true })
}, 180_000)

const freePort = (): Promise<number> =>
  new Promise(resolve => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
