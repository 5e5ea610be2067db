import { documentRoutes } from '@colloquy/shared/contract/documents'
import { spaceRoutes } from '@colloquy/shared/contract/spaces'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, startWorld, type World } from '../../testing/world.ts'

let world: World
let viewer: Caller
let commenter: Caller
let editor: Caller
let stranger: Caller
beforeAll(async () => {
  world = await startWorld()
  viewer = await world.join('Vera Viewer')
  commenter = await world.join('Cora Commenter')
  editor = await world.join('Edda Editor')
  stranger = await world.join('Sten Stranger')
})
afterAll(() => world.stop())

describe('a document', () => {
  test('that one may not see is answered as missing, whatever is asked of it', async () => {
    const { documentId } = await world.document()
    const asked = [
      stranger.call(documentRoutes.read, { documentId }),
      stranger.call(documentRoutes.markdown, { documentId }),
      stranger.call(documentRoutes.change, { documentId, title: 'Mine' }),
      stranger.call(documentRoutes.archive, { documentId, archived: true }),
      stranger.call(documentRoutes.shareWithEveryone, { documentId, role: 'editor' }),
    ]
    for (const answer of await Promise.allSettled(asked)) {
      expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'missing' } })
    }
    expect(await stranger.call(documentRoutes.list, {})).toEqual([])
  })

  test.each(['', 'x', '../../etc/passwd', 'a'.repeat(5000), '%00'])(
    'with the id %j is missing',
    async documentId => {
      await expect(
        world.owner.call(documentRoutes.read, { documentId: documentId || ' ' }),
      ).rejects.toMatchObject({
        code: 'missing',
      })
    },
  )

  test('gives each person the abilities of their role', async () => {
    const { documentId } = await world.document([
      [viewer, 'viewer'],
      [commenter, 'commenter'],
      [editor, 'editor'],
    ])
    const abilities = (caller: Caller) =>
      caller.call(documentRoutes.read, { documentId }).then(document => document.abilities)
    expect(await abilities(viewer)).toEqual({ comment: false, edit: false, share: false, archive: false })
    expect(await abilities(commenter)).toEqual({ comment: true, edit: false, share: false, archive: false })
    expect(await abilities(editor)).toEqual({ comment: true, edit: true, share: true, archive: true })
  })

  test('is renamed by editors, not by commenters', async () => {
    const { documentId } = await world.document([
      [commenter, 'commenter'],
      [editor, 'editor'],
    ])
    const renamed = await editor.call(documentRoutes.change, { documentId, title: '  A better title ' })
    expect(renamed.title).toBe('A better title')
    await expect(commenter.call(documentRoutes.change, { documentId, title: 'Worse' })).rejects.toMatchObject(
      { code: 'forbidden' },
    )
  })

  test('shared with everyone appears in everyone’s list', async () => {
    const { documentId } = await world.document([], 'commenter')
    const listed = await stranger.call(documentRoutes.list, {})
    expect(listed.map(document => document.documentId)).toContain(documentId)
  })

  test('is put away and taken back out without losing anything', async () => {
    const { documentId } = await world.document()
    const ids = async (archived: 'true' | 'false') =>
      (await world.owner.call(documentRoutes.list, { archived })).map(document => document.documentId)
    await world.owner.call(documentRoutes.archive, { documentId, archived: true })
    expect(await ids('false')).not.toContain(documentId)
    expect(await ids('true')).toContain(documentId)
    await world.owner.call(documentRoutes.archive, { documentId, archived: false })
    expect(await ids('false')).toContain(documentId)
  })
})

describe('a new document', () => {
  test('is started by those who may write in the space', async () => {
    await world.owner.call(spaceRoutes.setMember, {
      spaceId: world.space.spaceId,
      accountId: viewer.person.accountId,
      role: 'viewer',
    })
    const start = (caller: Caller) =>
      caller.call(documentRoutes.create, { spaceId: world.space.spaceId, title: 'New' })
    await expect(start(viewer)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(start(stranger)).rejects.toMatchObject({ code: 'missing' })
  })

  test.each(['', '   ', 'x'.repeat(201)])('needs a title, not %j', async title => {
    const refused = world.owner.call(documentRoutes.create, { spaceId: world.space.spaceId, title })
    await expect(refused).rejects.toMatchObject({ code: 'invalid' })
  })
})

test('a change reaches open pages as each of them may see it, and strangers not at all', async () => {
  const { documentId } = await world.document([[viewer, 'viewer']])
  const heard = (caller: Caller) => {
    const socket = caller.socket('/live')
    const events: { name: string; record: { documentId: string; role: string } }[] = []
    socket.on('event', event => events.push(event))
    return new Promise<{ next: Promise<unknown>; events: typeof events }>(ready =>
      socket.on('connect', () =>
        ready({ events, next: new Promise(resolve => socket.once('event', resolve)) }),
      ),
    )
  }
  const [viewing, owning, shut] = await Promise.all([heard(viewer), heard(world.owner), heard(stranger)])
  await world.owner.call(documentRoutes.change, { documentId, title: 'Seen by both' })
  expect(await viewing.next).toMatchObject({
    name: 'document.changed',
    record: { title: 'Seen by both', role: 'viewer', abilities: { edit: false } },
  })
  expect(await owning.next).toMatchObject({ record: { role: 'editor', abilities: { edit: true } } })
  expect(shut.events).toEqual([])
})
