import { documentRoutes } from '@colloquy/shared/contract/documents'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startWorld, type World } from '../../testing/world.ts'
import { once, visit } from './visitor.testing.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

it('two people write one document live, and each is told when their edits are on disk', async () => {
  const anna = await world.join('Anna Writer')
  const { documentId } = await world.document([[anna, 'editor']])
  const [one, two] = [visit(world.owner, documentId), visit(anna, documentId)]
  await Promise.all([one.provider.synced, two.provider.synced])
  one.type('Hello')
  await two.shows('Hello')
  two.type(', world')
  await one.shows('Hello, world')
  await Promise.all([one.becomes('saved'), two.becomes('saved')])
  const late = visit(anna, documentId)
  await late.provider.synced
  expect(late.text(), 'complete when synced').toBe('Hello, world')
})

it('someone who comes back gets what was missed and brings what was made meanwhile', async () => {
  const { documentId } = await world.document()
  const [stays, leaves] = [visit(world.owner, documentId), visit(world.owner, documentId)]
  await Promise.all([stays.provider.synced, leaves.provider.synced])
  leaves.socket.disconnect()
  await leaves.becomes('offline')
  leaves.type('offline ')
  leaves.type('edits ')
  stays.type('online')
  await stays.becomes('saved')
  expect(leaves.provider.status).toEqual({ state: 'offline', waiting: 2 })
  leaves.socket.connect()
  await leaves.becomes('saved')
  await stays.shows(leaves.text())
  expect(stays.text()).toContain('online')
  expect(stays.text()).toContain('offline edits')
})

it('a viewer and a commenter read along but change nothing, and a new role counts at once', async () => {
  const reader = await world.join('Rita Reader')
  const { documentId } = await world.document([[reader, 'commenter']])
  const [owner, guest] = [visit(world.owner, documentId), visit(reader, documentId)]
  await Promise.all([owner.provider.synced, guest.provider.synced])
  owner.type('Mine')
  await guest.shows('Mine')
  expect(guest.provider.role).toBe('commenter')
  guest.type('?')
  await owner.becomes('saved')
  expect(owner.text()).toBe('Mine')

  const changed = once<{ role: string }>(guest.socket, 'role')
  await world.owner.call(documentRoutes.share, {
    documentId,
    accountId: reader.person.accountId,
    role: 'editor',
  })
  expect((await changed).role).toBe('editor')
  await owner.shows('Mine?')

  const removed = once<{ role: string | null }>(guest.socket, 'role')
  await world.owner.call(documentRoutes.share, { documentId, accountId: reader.person.accountId, role: null })
  expect((await removed).role).toBeNull()
  await guest.becomes('refused')
  guest.type('!')
  owner.type(' still')
  await owner.becomes('saved')
  expect(owner.text()).toBe('Mine? still')
  expect(guest.text(), 'nothing more arrives').not.toContain('still')
})

it('presence carries the name of the account, whatever a client says, and ends with the connection', async () => {
  const { documentId } = await world.document()
  const [one, two] = [visit(world.owner, documentId), visit(world.owner, documentId)]
  await Promise.all([one.provider.synced, two.provider.synced])
  const seen = () => two.provider.awareness.getStates().get(one.doc.clientID)
  const changes = (condition: () => boolean) =>
    new Promise<void>(resolve => {
      const look = () => condition() && resolve()
      two.provider.awareness.on('change', look)
      look()
    })
  one.provider.awareness.setLocalStateField('user', { name: 'Somebody Else', color: '#aa3311' })
  await changes(() => seen()?.['user']?.color === '#aa3311')
  expect(seen()?.['user']).toEqual({
    accountId: world.owner.person.accountId,
    name: 'Olivia Owner',
    color: '#aa3311',
  })
  one.socket.disconnect()
  await changes(() => !seen())
})

it('signing out closes the sockets of that session', async () => {
  const anna = await world.join('Sina Signout')
  const { documentId } = await world.document([[anna, 'editor']])
  const visitor = visit(anna, documentId)
  await visitor.provider.synced
  const closed = once<string>(visitor.socket, 'disconnect')
  await fetch(`http://127.0.0.1:${world.server.port}/api/auth/sign-out`, {
    method: 'POST',
    headers: { cookie: anna.cookie, 'content-type': 'application/json' },
    body: '{}',
  })
  await closed
  const refused = once<{ data: { type: string } }>(visitor.socket, 'connect_error')
  visitor.socket.connect()
  expect((await refused).data.type).toBe('unauthenticated')
})

it('the text is there for the other domains as the editor wrote it', async () => {
  const { document } = await world.owner.call(documentRoutes.importMarkdown, {
    spaceId: world.space.spaceId,
    filename: 'a.md',
    markdown: '# Title\n\nA **bold** claim.\n',
  })
  const { markdown } = await world.owner.call(documentRoutes.markdown, { documentId: document.documentId })
  expect(markdown).toContain('A **bold** claim.')
})

it('metrics are there for a scraper on the same machine', async () => {
  const response = await fetch(`http://127.0.0.1:${world.server.port}/metrics`)
  const text = await response.text()
  for (const name of [
    'documents_open',
    'clients',
    'updates_total',
    'persist_seconds',
    'unacknowledged_bytes',
  ])
    expect(text).toContain(`colloquy_collaboration_${name}`)
  const proxied = await fetch(`http://127.0.0.1:${world.server.port}/metrics`, {
    headers: { 'x-forwarded-for': '203.0.113.9' },
  })
  expect(proxied.status).toBe(403)
})
