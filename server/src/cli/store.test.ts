import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { MongoClient } from 'mongodb'
import { afterAll, beforeAll, expect, test } from 'vitest'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))
let data: string

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'store-cli-'))
})

afterAll(() => rm(data, { recursive: true }))

const colloquy = (...args: string[]) =>
  spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })

test('the store says where it is ready, serves any client, and stops when told to', {
  timeout: 120_000,
}, async () => {
  const store = colloquy('store', '--port', '0', '--data', data)
  const [line] = await once(store.stdout, 'data')
  const uri = /mongodb:\/\/127\.0\.0\.1:\d+\//.exec(String(line))?.[0] ?? ''
  const client = await new MongoClient(uri).connect()
  await client.db('app').collection('notes').insertOne({ n: 1 })
  const second = colloquy('store', '--port', '0', '--data', data)
  expect(await text(second.stderr)).toMatch(/in use by another process/)
  expect(await text(colloquy('store', '--stats', '--data', data).stdout)).toMatch(/app\.notes: 1 documents/)
  await client.close()
  const gone = once(store, 'exit')
  store.kill('SIGTERM')
  expect(await gone).toEqual([0, null])
})

test('an address beyond this machine is refused', { timeout: 60_000 }, async () => {
  const store = colloquy('store', '--host', '0.0.0.0', '--data', data)
  expect(await text(store.stderr)).toMatch(/loopback only/)
})
