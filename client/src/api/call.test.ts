import { accountRoutes } from '@colloquy/shared/contract/accounts'
import { documentRoutes } from '@colloquy/shared/contract/documents'
import { afterEach, expect, test, vi } from 'vitest'
import { address, call } from './call.ts'

const documentId = 'a'.repeat(16)

test.each([
  [
    'path parameters travel in the path',
    address(documentRoutes.read, { documentId }),
    {
      url: `/api/documents/${documentId}`,
    },
  ],
  [
    'the rest of a GET travels in the query',
    address(documentRoutes.list, { limit: 5, spaceId: documentId }),
    {
      url: `/api/documents?limit=5&spaceId=${documentId}`,
    },
  ],
  [
    'the rest of a PATCH travels in the body',
    address(documentRoutes.change, { documentId, title: 'T' }),
    {
      url: `/api/documents/${documentId}`,
      body: '{"title":"T"}',
    },
  ],
  [
    'what a caller writes is escaped',
    address(accountRoutes.readInvite, { token: 'a/b?c' }),
    {
      url: '/api/joining/a%2Fb%3Fc',
    },
  ],
])('%s', (_, sent, expected) => {
  expect(sent).toEqual(expected)
})

afterEach(() => {
  vi.unstubAllGlobals()
})

test.each([
  [
    'a problem document is thrown as that problem',
    new Response('{"type":"conflict","title":"Taken","status":409,"details":["a"]}', { status: 409 }),
    { code: 'conflict', message: 'Taken', details: ['a'] },
  ],
  [
    'the sign-in library’s own refusals keep their message',
    new Response('{"code":"INVALID","message":"Wrong password"}', { status: 401 }),
    { code: 'unauthenticated', message: 'Wrong password' },
  ],
  [
    'a proxy that answers in HTML is a problem with a status',
    new Response('<h1>Bad gateway</h1>', { status: 502 }),
    { code: 'internal', message: 'The server answered 502 without saying why.' },
  ],
])('%s', async (_, response, problem) => {
  vi.stubGlobal('fetch', async () => response)
  await expect(call(accountRoutes.session, {})).rejects.toMatchObject(problem)
})

test('a network that is down is a problem that says so', async () => {
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('failed to fetch')
  })
  await expect(call(accountRoutes.session, {})).rejects.toMatchObject({ code: 'unavailable' })
})
