import { problems } from '@colloquy/shared/contract/problems'
import type { Route } from '@colloquy/shared/contract/route'
import { routes } from '@colloquy/shared/contract/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startWorld, type World } from './testing/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const send = (path: string, init: RequestInit & { anonymous?: boolean } = {}) =>
  fetch(`http://127.0.0.1:${world.server.port}${path}`, {
    ...init,
    headers: {
      ...(init.anonymous ? {} : { cookie: world.owner.cookie }),
      ...(init.body ? { 'content-type': 'application/json' } : {}),
      ...init.headers,
    },
  })

const refusal = async (response: Response) => {
  expect(response.headers.get('content-type')).toContain('application/problem+json')
  const report = await response.json()
  expect(report).toMatchObject({ title: expect.any(String), status: response.status })
  expect(problems[report.type as keyof typeof problems]).toBe(response.status)
  return report.type
}

const closed: [string, Route][] = Object.values(routes)
  .flatMap(group => Object.values<Route>(group))
  .filter(route => route.access !== 'anyone')
  .map(route => [`${route.method} ${route.path}`, route])

test.each(closed)('%s is refused without a session', async (_name, route) => {
  const path = route.path.replace(/:\w+/g, 'aaaaaaaaaaaaaaaa')
  const body = route.method === 'GET' || route.method === 'DELETE' ? {} : { body: '{}' }
  const response = await send(path, { method: route.method, anonymous: true, ...body })
  expect(['unauthenticated', 'invalid']).toContain(await refusal(response))
  expect(response.ok).toBe(false)
})

describe('a body', () => {
  const post = (body: string, headers: Record<string, string> = {}) =>
    send('/api/spaces', { method: 'POST', body, headers })

  test.each([
    ['that is no JSON', '{"name": '],
    ['that is a list', '[1, 2]'],
    ['that is a string', '"space"'],
    ['with fields of the wrong kind', '{"name": {"$gt": ""}, "prefix": ["A"]}'],
    ['that lacks what is needed', '{}'],
  ])('%s is invalid', async (_what, body) => {
    expect(await refusal(await post(body))).toBe('invalid')
  })

  test('larger than the route takes is too large', async () => {
    expect(await refusal(await post(JSON.stringify({ name: 'x'.repeat(300_000) })))).toBe('tooLarge')
  })

  test('of another type than JSON is invalid', async () => {
    expect(await refusal(await post('name=x', { 'content-type': 'text/plain' }))).toBe('invalid')
  })

  test('sent by another site’s page is forbidden', async () => {
    const response = await post('{"name":"Evil","prefix":"EVIL"}', { origin: 'https://evil.example' })
    expect(await refusal(response)).toBe('forbidden')
  })
})

test.each(['/api/nothing', '/api/documents/%E0%A4%A', '/api'])('%s is a problem, not a page', async path => {
  expect(['missing', 'invalid']).toContain(await refusal(await send(path)))
})

test('pages are served with headers that keep scripts of others out', async () => {
  const response = await send('/api/health')
  expect(response.headers.get('content-security-policy')).toContain("script-src 'self'")
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(response.headers.get('x-powered-by')).toBeNull()
})

test('malformed socket messages are answered by name, and the socket stays', async () => {
  const socket = world.owner.socket('/live')
  await new Promise(connected => socket.on('connect', () => connected(undefined)))
  for (const payload of [null, 7, 'x', [], {}, { documentId: 7 }, { documentId: 'x'.repeat(10_000) }]) {
    expect(await socket.emitWithAck('watch', payload)).toMatchObject({ type: 'invalid' })
  }
  socket.emit('watch')
  socket.emit('unwatch', { documentId: {} })
  expect(await socket.emitWithAck('watch', { documentId: 'a'.repeat(16) })).toMatchObject({ type: 'missing' })
  expect(socket.connected).toBe(true)
})

test('a file that is not there is missing, not a failure', async () => {
  for (const path of ['/assets/nope.js', '/assets/..%2f..%2fpackage.json']) {
    expect(await refusal(await send(path))).toBe('missing')
  }
})

test('a socket that another site’s page opens is refused', async () => {
  const handshake = '/socket.io/?EIO=4&transport=polling'
  expect((await send(handshake)).status).toBe(200)
  expect((await send(handshake, { headers: { origin: 'http://localhost:9977' } })).status).toBe(403)
})

test('a page that watches without end is told so, and the server answers others meanwhile', async () => {
  const socket = world.owner.socket('/live')
  await new Promise(connected => socket.on('connect', () => connected(undefined)))
  const asked = Array.from({ length: 300 }, () => socket.emitWithAck('watch', { documentId: 'a'.repeat(16) }))
  const types = (await Promise.all(asked)).map(answer => answer.type)
  expect(new Set(types)).toEqual(new Set(['missing', 'tooMany']))
})
