import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mongodbAdapter } from '@better-auth/mongo-adapter'
import { betterAuth } from 'better-auth'
import { MongoClient } from 'mongodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EmbeddedStore, startEmbedded } from './index.ts'

let dataDir: string
let store: EmbeddedStore
let client: MongoClient
let request: (path: string, body?: object, cookie?: string) => Promise<Answer>

interface Answer {
  status: number
  cookie: string
  body: unknown
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'embedded-'))
  store = await startEmbedded({ dataDir })
  client = await new MongoClient(store.uri).connect()
  const auth = betterAuth({
    baseURL: 'http://localhost',
    secret: 'f2b1c7de90a84453b6e18f07c59d2a63',
    database: mongodbAdapter(client.db('accounts'), { transaction: false }),
    emailAndPassword: { enabled: true },
    rateLimit: { enabled: true, storage: 'database' },
    logger: { disabled: true },
  })
  request = async (path, body, cookie = '') => {
    const answer = await auth.handler(
      new Request(`http://localhost/api/auth${path}`, {
        method: body ? 'POST' : 'GET',
        headers: {
          'content-type': 'application/json',
          origin: 'http://localhost',
          'x-forwarded-for': '192.0.2.1',
          cookie,
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      }),
    )
    const cookies = answer.headers.getSetCookie().map(line => line.split(';')[0])
    return { status: answer.status, cookie: cookies.join('; '), body: await answer.json() }
  }
})

afterAll(async () => {
  await client.close()
  await store.stop()
  await rm(dataDir, { recursive: true })
})

const ada = { name: 'Ada', email: 'ada@example.org', password: 'correct horse' }

test('an account is made once, and its owner signs in, is known, and signs out', async () => {
  expect(await request('/sign-up/email', ada)).toMatchObject({ status: 200 })
  expect(await request('/sign-up/email', { ...ada, email: 'ADA@example.org' })).toMatchObject({ status: 422 })
  expect(await request('/sign-in/email', { ...ada, password: 'wrong horse' })).toMatchObject({ status: 401 })
  const { cookie, status } = await request('/sign-in/email', ada)
  expect(status).toBe(200)
  expect(await request('/get-session', undefined, cookie)).toMatchObject({ body: { user: { name: 'Ada' } } })
  expect(await request('/sign-out', {}, cookie)).toMatchObject({ status: 200 })
  expect(await request('/get-session', undefined, cookie)).toMatchObject({ body: null })
})

test('too many attempts to sign in are refused', async () => {
  const statuses: number[] = []
  for (let attempt = 0; attempt < 6; attempt++)
    statuses.push((await request('/sign-in/email', { ...ada, password: 'wrong horse' })).status)
  expect(statuses).toContain(429)
})
