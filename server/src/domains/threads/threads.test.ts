import { create } from '@colloquy/shared/anchors/create'
import { read } from '@colloquy/shared/anchors/reading'
import type { Anchor } from '@colloquy/shared/contract/anchor'
import type { CallOf } from '@colloquy/shared/contract/route'
import { COMMENTS_LIMIT, type Thread, threadRoutes } from '@colloquy/shared/contract/threads'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type Caller, startWorld, type World } from '../../testing/world.ts'
import { ThreadModel } from './model.ts'

let world: World
let viewer: Caller
let commenter: Caller
let another: Caller
let editor: Caller
let stranger: Caller
let documentId: string
beforeAll(async () => {
  world = await startWorld()
  viewer = await world.join('Vera Viewer')
  commenter = await world.join('Cora Commenter')
  another = await world.join('Anna Another')
  editor = await world.join('Edda Editor')
  stranger = await world.join('Sten Stranger')
  const document = await world.document([
    [viewer, 'viewer'],
    [commenter, 'commenter'],
    [another, 'commenter'],
    [editor, 'editor'],
  ])
  documentId = document.documentId
})
afterAll(() => world.stop())

/** An anchor on the whole of a one-paragraph document. */
function anchorOn(text: string): Anchor {
  const doc = new Y.Doc()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(text)])
  doc.getXmlFragment('default').insert(0, [paragraph])
  const anchor = create(
    read(doc.getXmlFragment('default'), () => false),
    1,
    1 + text.length,
  )
  if (!anchor) throw new Error('nothing to anchor')
  return anchor
}

const start = (caller: Caller, input: Partial<CallOf<typeof threadRoutes.start>> = {}) =>
  caller.call(threadRoutes.start, { documentId, anchor: anchorOn('we retry'), body: 'How often?', ...input })
const fetched = async (caller: Caller, threadId: string): Promise<Thread> => {
  const found = (await caller.call(threadRoutes.list, { documentId })).find(
    thread => thread.threadId === threadId,
  )
  if (!found) throw new Error('not listed')
  return found
}
const bodies = (thread: Thread) => thread.comments.map(comment => comment.body)

describe('the threads of a document', () => {
  test('are missing to those who may not see the document, whatever is asked of them', async () => {
    const { threadId, comments } = await start(commenter)
    const commentId = comments[0]?.commentId ?? ''
    const asked = [
      start(stranger),
      stranger.call(threadRoutes.list, { documentId }),
      stranger.call(threadRoutes.reply, { threadId, body: 'Me too' }),
      stranger.call(threadRoutes.editComment, { threadId, commentId, body: 'Never' }),
      stranger.call(threadRoutes.deleteComment, { threadId, commentId }),
      stranger.call(threadRoutes.resolve, { threadId }),
      stranger.call(threadRoutes.reopen, { threadId }),
      stranger.call(threadRoutes.reanchor, { threadId, anchor: anchorOn('mine'), revision: 1 }),
    ]
    const answers = await Promise.allSettled(asked)
    expect(answers).toEqual(
      asked.map(() => ({ status: 'rejected', reason: expect.objectContaining({ code: 'missing' }) })),
    )
    expect(bodies(await fetched(commenter, threadId))).toEqual(['How often?'])
  })

  test('are read by viewers, who change nothing', async () => {
    const { threadId } = await start(commenter)
    expect((await fetched(viewer, threadId)).abilities).toEqual({
      reply: false,
      resolve: false,
      reanchor: false,
    })
    const asked = [
      start(viewer),
      viewer.call(threadRoutes.reply, { threadId, body: 'Me too' }),
      viewer.call(threadRoutes.resolve, { threadId }),
    ]
    const answers = await Promise.allSettled(asked)
    expect(answers).toEqual(
      asked.map(() => ({ status: 'rejected', reason: expect.objectContaining({ code: 'forbidden' }) })),
    )
  })

  test('come with the abilities of whoever looks', async () => {
    const { threadId, abilities } = await start(commenter)
    expect(abilities).toEqual({ reply: true, resolve: true, reanchor: true })
    expect((await fetched(another, threadId)).abilities).toEqual({
      reply: true,
      resolve: false,
      reanchor: false,
    })
    expect((await fetched(editor, threadId)).abilities).toEqual({
      reply: true,
      resolve: true,
      reanchor: true,
    })
    expect((await fetched(another, threadId)).comments[0]?.abilities).toEqual({ edit: false, delete: false })
  })
})

describe('a thread', () => {
  test('is kept with its anchor, its kind and its first comment, oldest thread first', async () => {
    const anchor = anchorOn('a store')
    const question = await start(commenter, { anchor, kind: 'question', body: '  Which one?\n' })
    const general = await start(commenter, { anchor: null, body: 'Well written' })
    expect(await fetched(editor, question.threadId)).toMatchObject({
      anchor,
      kind: 'question',
      resolution: null,
    })
    expect(bodies(question)).toEqual(['Which one?'])
    const listed = await editor.call(threadRoutes.list, { documentId })
    const ids = listed.map(thread => thread.threadId)
    expect(ids.indexOf(question.threadId)).toBeLessThan(ids.indexOf(general.threadId))
  })

  test('is started once, however often it is sent', async () => {
    const threadId = 'sentseveraltimes'
    const sent = await Promise.all([1, 2, 3].map(() => start(commenter, { threadId })))
    for (const thread of sent) expect(bodies(thread)).toEqual(['How often?'])
    await expect(start(another, { threadId })).rejects.toMatchObject({ code: 'conflict' })
  })

  test.each([
    ['a body of blanks', { body: ' \n ' }],
    ['a body that is too long', { body: 'x'.repeat(20_001) }],
    ['an anchor that is not base64', { anchor: { ...anchorOn('x'), start: '!!' } }],
    ['an anchor of other bytes', { anchor: { ...anchorOn('x'), end: 'AQID' } }],
    ['an anchor whose state vector is cut off', { anchor: { ...anchorOn('x'), since: '/w==' } }],
  ])('is refused with %s', async (_, input) => {
    await expect(start(commenter, input)).rejects.toMatchObject({ code: 'invalid' })
  })

  test('is resolved with a note and reopened; whoever comes second changes nothing', async () => {
    const { threadId } = await start(commenter)
    const resolved = await editor.call(threadRoutes.resolve, { threadId, note: 'See the new paragraph' })
    expect(resolved.resolution).toMatchObject({ by: editor.person.accountId, note: 'See the new paragraph' })
    const again = await commenter.call(threadRoutes.resolve, { threadId })
    expect(again).toMatchObject({ resolution: resolved.resolution, revision: resolved.revision })
    await expect(another.call(threadRoutes.reopen, { threadId })).rejects.toMatchObject({ code: 'forbidden' })
    expect((await commenter.call(threadRoutes.reopen, { threadId })).resolution).toBeNull()
  })

  test('moves to other text only as it was last seen', async () => {
    const { threadId, revision } = await start(commenter)
    const move = (caller: Caller, text: string) =>
      caller.call(threadRoutes.reanchor, { threadId, anchor: anchorOn(text), revision })
    await expect(move(another, 'not mine')).rejects.toMatchObject({ code: 'forbidden' })
    expect((await move(editor, 'first')).anchor?.quote.exact).toBe('first')
    await expect(move(commenter, 'second')).rejects.toMatchObject({ code: 'conflict' })
    expect((await fetched(commenter, threadId)).anchor?.quote.exact).toBe('first')
  })

  test('takes a limited number of comments', async () => {
    const { threadId, comments } = await start(commenter)
    const [first] = comments
    const filled = Array.from({ length: COMMENTS_LIMIT }, () => ({ ...first, createdAt: new Date() }))
    await ThreadModel.updateOne({ _id: threadId }, { $set: { comments: filled } })
    const refused = commenter.call(threadRoutes.reply, { threadId, body: 'One more' })
    await expect(refused).rejects.toMatchObject({ code: 'refused' })
  })
})

describe('comments', () => {
  test('sent in the same moment are all kept, each once', async () => {
    const { threadId } = await start(commenter)
    const callers = [commenter, another, editor, commenter, another]
    await Promise.all(
      callers.map((caller, index) =>
        caller.call(threadRoutes.reply, { threadId, commentId: `answernumber000${index}`, body: `${index}` }),
      ),
    )
    await commenter.call(threadRoutes.reply, { threadId, commentId: 'answernumber0000', body: 'again' })
    const kept = await fetched(viewer, threadId)
    expect(bodies(kept).sort()).toEqual(['0', '1', '2', '3', '4', 'How often?'])
    expect(kept.revision).toBe(6)
  })

  test('are corrected and taken back by their writers alone', async () => {
    const { threadId, comments } = await start(commenter)
    const commentId = comments[0]?.commentId ?? ''
    await another.call(threadRoutes.reply, { threadId, body: 'Twice' })
    for (const caller of [another, editor]) {
      const edited = caller.call(threadRoutes.editComment, { threadId, commentId, body: 'Mine' })
      await expect(edited).rejects.toMatchObject({ code: 'forbidden' })
      const deleted = caller.call(threadRoutes.deleteComment, { threadId, commentId })
      await expect(deleted).rejects.toMatchObject({ code: 'forbidden' })
    }
    const edited = await commenter.call(threadRoutes.editComment, { threadId, commentId, body: 'How long?' })
    expect(edited.comments[0]).toMatchObject({ body: 'How long?', editedAt: expect.any(String) })
  })

  test('taken back leave a tombstone and their answers, and stay so', async () => {
    const { threadId, comments } = await start(commenter)
    const commentId = comments[0]?.commentId ?? ''
    await another.call(threadRoutes.reply, { threadId, body: 'Twice' })
    const left = await commenter.call(threadRoutes.deleteComment, { threadId, commentId })
    expect(bodies(left)).toEqual([null, 'Twice'])
    expect(left.comments[0]?.abilities).toEqual({ edit: false, delete: false })
    const revived = commenter.call(threadRoutes.editComment, { threadId, commentId, body: 'Back' })
    await expect(revived).rejects.toMatchObject({ code: 'forbidden' })
    const unknown = commenter.call(threadRoutes.deleteComment, { threadId, commentId: 'neverwrittenhere' })
    await expect(unknown).rejects.toMatchObject({ code: 'missing' })
  })
})

describe('an open page', () => {
  test('of a stranger cannot watch the document', async () => {
    const socket = stranger.socket('/live')
    expect(await socket.emitWithAck('watch', { documentId })).toMatchObject({ type: 'missing' })
  })

  test('that watches the document hears of every change as its reader would fetch it', async () => {
    const socket = another.socket('/live')
    const heard: Thread[] = []
    let expected = Number.POSITIVE_INFINITY
    const all = new Promise<void>(resolve =>
      socket.on('event', ({ record }: { record: Thread }) => {
        heard.push(record)
        if (record.revision === expected) resolve()
      }),
    )
    await socket.emitWithAck('watch', { documentId })
    const { threadId } = await start(commenter)
    await editor.call(threadRoutes.reply, { threadId, body: 'Twice' })
    expected = 3
    await commenter.call(threadRoutes.resolve, { threadId })
    await all
    expect(heard.at(-1)).toEqual(await fetched(another, threadId))
  })
})
