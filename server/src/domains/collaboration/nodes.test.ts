import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { accountRoutes } from '@colloquy/shared/contract/accounts'
import { documentRoutes } from '@colloquy/shared/contract/documents'
import { spaceRoutes } from '@colloquy/shared/contract/spaces'
import { io, type Socket } from 'socket.io-client'
import parser from 'socket.io-msgpack-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { credentials, request } from '../../testing/world.ts'
import { type Running, start, startServerProcess, startStoreProcess } from './processes.testing.ts'
import { type Visitor, visitOn } from './visitor.testing.ts'

/** Processes start slowly on a busy machine; nothing here is measured. */
const PATIENCE = 120_000

const redisServer = (() => {
  try {
    return execFileSync('which', ['redis-server'], { encoding: 'utf8' }).trim()
  } catch {
    // reason: `which` fails when there is none, which is what is asked
    return null
  }
})()
if (!redisServer) console.warn('Skipped: several servers on one database. It needs redis-server on the path.')

describe.skipIf(!redisServer)('three servers on one database', () => {
  let folder: string
  let cookie: string
  let spaceId: string
  const others: Running[] = []
  const servers: Running[] = []
  const sockets: Socket[] = []
  const urlOf = (place: number) => (servers[place]?.line ?? '').replace('localhost', '127.0.0.1')

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'colloquy-'))
    const store = await startStoreProcess(join(folder, 'store'))
    const redisPort = String(20_000 + (process.pid % 20_000))
    const redis = await start(
      ['--port', redisPort, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder],
      {},
      /Ready to accept connections/,
      redisServer ?? '',
    )
    others.push(store, redis)
    const env = {
      MONGODB_URI: `${store.line}colloquy`,
      REDIS_URL: `redis://127.0.0.1:${redisPort}`,
      DATA_DIR: folder,
    }
    // The first makes the indexes.
    servers.push(await startServerProcess(env))
    servers.push(...(await Promise.all([startServerProcess(env), startServerProcess(env)])))
    cookie = (await request(urlOf(0), '', accountRoutes.setUp, credentials('Olivia Owner'))).cookie
    const { reply } = await request(urlOf(0), cookie, spaceRoutes.create, { name: 'Nodes', prefix: 'NOD' })
    spaceId = reply.spaceId
  }, 180_000)

  afterAll(async () => {
    for (const socket of sockets) socket.disconnect()
    await Promise.all(servers.map(server => server.stop('SIGKILL')))
    await Promise.all(others.map(other => other.stop('SIGTERM')))
    await rm(folder, { recursive: true, force: true })
  })

  const visit = (place: number, documentId: string): Visitor => {
    const socket = io(`${urlOf(place)}/collaboration`, {
      parser,
      transports: ['websocket'],
      extraHeaders: { cookie },
      forceNew: true,
      reconnection: false,
    })
    sockets.push(socket)
    return visitOn(socket, documentId)
  }

  const newDocument = async (): Promise<string> => {
    const { reply } = await request(urlOf(1), cookie, documentRoutes.create, { spaceId, title: 'Shared' })
    return reply.documentId
  }

  it(
    'people on different servers write one document live',
    async () => {
      const documentId = await newDocument()
      const [one, two, three] = [visit(0, documentId), visit(1, documentId), visit(2, documentId)]
      await Promise.all([one, two, three].map(({ provider }) => provider.synced))
      one.type('a')
      await Promise.all([two.shows('a'), three.shows('a')])
      three.type('b')
      await Promise.all([one.shows('ab'), two.shows('ab')])
      two.type('c')
      await Promise.all([one, two, three].map(visitor => visitor.shows('abc')))
      await Promise.all([one, two, three].map(visitor => visitor.becomes('saved')))
    },
    PATIENCE,
  )

  it(
    'when a server is killed, its people go on at another and nothing that was saved is lost',
    async () => {
      const documentId = await newDocument()
      const [stays, moves] = [visit(1, documentId), visit(0, documentId)]
      await Promise.all([stays.provider.synced, moves.provider.synced])
      for (let edit = 0; edit < 50; edit++) moves.type('m')
      await moves.becomes('saved')
      moves.type('last words')
      await servers[0]?.stop('SIGKILL')
      await moves.becomes('offline')
      stays.type('still here')
      const moved = visit(2, documentId)
      await moved.provider.synced
      // The browser would do the same with its own copy: what it had not been told was saved goes again.
      moved.type('back again')
      await Promise.all([stays.becomes('saved'), moved.becomes('saved')])
      const late = visit(1, documentId)
      await late.provider.synced
      expect(late.text().match(/m/g)?.length).toBeGreaterThanOrEqual(50)
      for (const words of ['still here', 'back again']) expect(late.text()).toContain(words)
      await stays.shows(late.text())
    },
    PATIENCE,
  )
})
