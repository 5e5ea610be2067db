import { accountRoutes } from '@colloquy/shared/contract/accounts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { credentials, request, startWorld, type World } from '../../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(world.server.url.replace('localhost', '127.0.0.1') + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

const base = () => `http://127.0.0.1:${world.server.port}`

describe('a session', () => {
  test('is needed for everything that is not open to anyone', async () => {
    await expect(request(base(), '', accountRoutes.people, {})).rejects.toMatchObject({
      code: 'unauthenticated',
    })
  })

  test('is given by email and password, in a cookie scripts cannot read, and ends with sign-out', async () => {
    const { email, password } = credentials('Olivia Owner')
    const signedIn = await post('/api/auth/sign-in/email', { email, password })
    const cookies = signedIn.headers.getSetCookie()
    expect(cookies.every(cookie => /httponly/i.test(cookie) && /samesite=lax/i.test(cookie))).toBe(true)
    const cookie = cookies.map(line => line.split(';')[0]).join('; ')
    const before = await request(base(), cookie, accountRoutes.session, {})
    expect(before.reply).toMatchObject({ state: 'signedIn', person: { name: 'Olivia Owner', role: 'owner' } })
    await post('/api/auth/sign-out', {}, { cookie, origin: base() })
    const after = await request(base(), cookie, accountRoutes.session, {})
    expect(after.reply).toEqual({ state: 'signedOut' })
  })

  test('closes its sockets when it ends', async () => {
    const { email, password } = credentials('Olivia Owner')
    const signedIn = await post('/api/auth/sign-in/email', { email, password })
    const cookie = signedIn.headers
      .getSetCookie()
      .map(line => line.split(';')[0])
      .join('; ')
    const socket = world.socketWith(cookie, '/live')
    await new Promise(connected => socket.on('connect', () => connected(undefined)))
    const closed = new Promise(disconnected => socket.on('disconnect', disconnected))
    await post('/api/auth/sign-out', {}, { cookie, origin: base() })
    expect(await closed).toBe('io server disconnect')
  })

  test('is refused with a wrong password', async () => {
    const { email } = credentials('Olivia Owner')
    expect((await post('/api/auth/sign-in/email', { email, password: 'not this one' })).status).toBe(401)
  })

  test.each([
    'sign-up/email',
    'update-user',
    'delete-user',
    'change-email',
    'list-sessions',
    'get-session',
    'error',
  ])('cannot be changed or read through the library’s own %s', async path => {
    const { cookie } = world.owner
    expect((await post(`/api/auth/${path}`, credentials('Mallory'), { cookie, origin: base() })).status).toBe(
      404,
    )
  })

  test('is given without its token being shown to scripts', async () => {
    const { email, password } = credentials('Olivia Owner')
    const signedIn = await post('/api/auth/sign-in/email', { email, password })
    expect(await signedIn.json()).toEqual({})
  })

  test('is not asked for with a body of any size', async () => {
    const password = 'x'.repeat(100_000)
    expect((await post('/api/auth/sign-in/email', { email: 'a@example.org', password })).status).toBe(413)
  })
})

test('a socket without a session is refused by name', async () => {
  const socket = world.socketWith('', '/live')
  const error = await new Promise(refused => socket.on('connect_error', refused))
  expect(error).toMatchObject({ data: { type: 'unauthenticated' } })
})

test('the first account can be made once', async () => {
  await expect(request(base(), '', accountRoutes.setUp, credentials('Second Owner'))).rejects.toMatchObject({
    code: 'conflict',
  })
})

describe('an invite', () => {
  test('is made by owners only', async () => {
    const member = await world.join('Ines Member')
    await expect(member.call(accountRoutes.createInvite, {})).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('says who invites, lets one person in, and is then used up', async () => {
    const { token } = await world.owner.call(accountRoutes.createInvite, {})
    const offer = await request(base(), '', accountRoutes.readInvite, { token })
    expect(offer.reply).toMatchObject({ invitedBy: 'Olivia Owner', role: 'member' })
    const both = await Promise.allSettled(
      ['Ada First', 'Bela Second'].map(name =>
        request(base(), '', accountRoutes.acceptInvite, { ...credentials(name), token }),
      ),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'gone' } })
  })

  test('can still be used when the address was taken', async () => {
    const { token } = await world.owner.call(accountRoutes.createInvite, {})
    const taken = request(base(), '', accountRoutes.acceptInvite, { ...credentials('Olivia Owner'), token })
    await expect(taken).rejects.toMatchObject({ code: 'conflict' })
    const joined = await request(base(), '', accountRoutes.acceptInvite, {
      ...credentials('Cleo Third'),
      token,
    })
    expect(joined.reply).toMatchObject({ state: 'signedIn', person: { name: 'Cleo Third' } })
  })

  test('can be withdrawn', async () => {
    const { inviteId, token } = await world.owner.call(accountRoutes.createInvite, {})
    await world.owner.call(accountRoutes.revokeInvite, { inviteId })
    await expect(request(base(), '', accountRoutes.readInvite, { token })).rejects.toMatchObject({
      code: 'gone',
    })
  })
})
