import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seeded } from './properties/arbitrary.ts'
import { StoreServer } from './server.ts'
import { Store } from './storage/store.ts'
import { type Doc, decode, encode } from './values.ts'

let dataDir: string
let store: Store
let server: StoreServer
let port: number
let healthy: Socket

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'wire-'))
  store = new Store(dataDir)
  server = new StoreServer(store)
  const listening = await server.listen({ host: '127.0.0.1', port: 0 })
  // reason: a server that listens on a port has an address of this form
  port = (listening.address() as AddressInfo).port
  healthy = await open()
})

afterAll(async () => {
  healthy.destroy()
  await server.stop()
  store.close()
  rmSync(dataDir, { recursive: true })
})

async function open(): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  // What is sent to a connection that was closed meanwhile is of no interest.
  socket.on('error', () => socket.destroy())
  return socket
}

function message(
  body: Doc,
  { code = 2013, flags = 0, length }: { code?: number; flags?: number; length?: number } = {},
): Buffer {
  const doc = encode(body)
  const head = Buffer.alloc(21)
  head.writeInt32LE(length ?? 21 + doc.length, 0)
  head.writeInt32LE(7, 4)
  head.writeInt32LE(code, 12)
  head.writeUInt32LE(flags, 16)
  return Buffer.concat([head, doc])
}

const ping = (): Buffer => message({ ping: 1, $db: 'admin' })

/** Sends bytes over a connection of their own: answers the reply, or undefined when the connection is closed. */
async function send(bytes: Uint8Array): Promise<Doc | undefined> {
  const socket = await open()
  const reply = Promise.race([once(socket, 'data'), once(socket, 'close').then(() => undefined)])
  socket.write(bytes)
  // Whatever is incomplete can only be told from whatever is late by its end.
  socket.end()
  const [data] = (await reply) ?? []
  socket.destroy()
  return data instanceof Buffer ? decode(data.subarray(21)) : undefined
}

async function othersAreServed(): Promise<void> {
  healthy.write(ping())
  const [data] = await once(healthy, 'data')
  expect(decode(data.subarray(21))).toMatchObject({ ok: expect.anything() })
}

test.each<[string, Buffer]>([
  ['an unknown operation', message({ ping: 1 }, { code: 4711 })],
  ['a length below that of a header', message({ ping: 1 }, { length: 3 })],
  ['a negative length', message({ ping: 1 }, { length: -1 })],
  ['a length above the limit', message({ ping: 1 }, { length: 48_000_001 })],
  ['a length that ends inside the document', message({ ping: 1, $db: 'admin' }, { length: 30 })],
  ['unknown flags', message({ ping: 1 }, { flags: 1 << 5 })],
  [
    'a section of an unknown kind',
    Buffer.concat([ping().subarray(0, 20), Buffer.from([9]), ping().subarray(21)]),
  ],
  ['text', Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')],
])('a connection that sends %s is closed, and others are served', async (_name, bytes) => {
  expect(await send(bytes)).toBeUndefined()
  await othersAreServed()
})

test('a message that is announced with 48 MB and never comes takes no memory', async () => {
  const before = process.memoryUsage.rss()
  const sockets = await Promise.all(Array.from({ length: 50 }, open))
  for (const socket of sockets) socket.write(message({ ping: 1 }, { length: 48_000_000 }))
  await othersAreServed()
  expect(process.memoryUsage.rss() - before).toBeLessThan(200 * 2 ** 20)
  for (const socket of sockets) socket.destroy()
})

test('a message in single bytes is understood', async () => {
  const socket = await open()
  const reply = once(socket, 'data')
  for (const byte of ping()) socket.write(Buffer.from([byte]))
  const [data] = await reply
  expect(decode(data.subarray(21))['ok']).toBeDefined()
  socket.destroy()
})

test('several messages in one piece are all answered', async () => {
  const socket = await open()
  socket.end(Buffer.concat([ping(), ping(), ping()]))
  let bytes = 0
  for await (const chunk of socket) bytes += chunk.length
  const single = bytes / 3
  expect(Number.isInteger(single) && single > 21).toBe(true)
})

test('random and damaged messages are refused or close their connection, and nothing else happens', async () => {
  const commands: Doc[] = [
    { ping: 1, $db: 'admin' },
    { find: 'c', filter: { a: { $gt: 1 } }, $db: 'test' },
    { insert: 'c', documents: [{ a: 1 }], $db: 'test' },
    { update: 'c', updates: [{ q: {}, u: { $set: { a: 1 } } }], $db: 'test' },
    { aggregate: 'c', pipeline: [{ $match: { a: 1 } }], cursor: {}, $db: 'test' },
    { getMore: 1, collection: 'c', $db: 'test' },
    { createIndexes: 'c', indexes: [{ key: { a: 1 }, name: 'a_1' }], $db: 'test' },
  ]
  const damaged = fc
    .tuple(
      fc.constantFrom(...commands),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }),
      fc.option(fc.nat()),
    )
    .map(([command, changes, cut]) => {
      const bytes = message(command)
      for (const [at, byte] of changes) bytes[at % bytes.length] = byte
      return cut === null ? bytes : bytes.subarray(0, cut % bytes.length)
    })
  const random = fc.uint8Array({ maxLength: 200 }).map(bytes => {
    const framed = Buffer.concat([Buffer.alloc(16), bytes])
    framed.writeInt32LE(framed.length, 0)
    framed.writeInt32LE(2013, 12)
    return framed
  })
  await fc.assert(
    fc.asyncProperty(fc.oneof(damaged, random), async bytes => {
      const reply = await send(bytes)
      if (reply && Number(reply['ok']) !== 1)
        expect(reply).toMatchObject({ code: expect.anything(), errmsg: expect.any(String) })
    }),
    seeded(150),
  )
  await othersAreServed()
})

test.each<[string, Doc]>([
  ['a filter that is no document', { find: 'c', filter: 7 }],
  ['updates that are no array', { update: 'c', updates: 7 }],
  ['a sort by text', { find: 'c', sort: { a: 'x' } }],
  ['a negative skip', { find: 'c', skip: -1 }],
  ['a pipeline that is none', { aggregate: 'c', pipeline: 7, cursor: {} }],
  ['no name', {}],
  ['a cursor id that is text', { getMore: 'x', collection: 'c' }],
  ['a batch of negative size', { find: 'c', batchSize: -1 }],
])('%s is answered', async (_name, body) => {
  const reply = await send(message({ ...body, $db: 'test' }))
  expect(reply).toHaveProperty('ok')
  await othersAreServed()
})
