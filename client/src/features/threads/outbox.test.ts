import { Problem } from '@colloquy/shared/contract/problems'
import { expect, test } from 'vitest'
import { createOutbox, type Unsent } from './outbox.ts'
import { commentOf, idOf, threadOf } from './testing/examples.ts'
import { memoryStorage } from './testing/storage.ts'
import { withOutgoing } from './withOutgoing.ts'

const PREFIX = 'unsent:'
const reply: Unsent = {
  what: 'reply',
  threadId: idOf('thread'),
  commentId: idOf('answer'),
  body: 'Twice.',
  writtenAt: '2026-01-01T00:00:00Z',
}

/** A server that answers when told to. */
function startServer() {
  const received: Unsent[] = []
  let answer: { resolve: () => void; reject: (error: Error) => void } | undefined
  return {
    received,
    send: (comment: Unsent) => {
      received.push(comment)
      return new Promise<void>((resolve, reject) => {
        answer = { resolve, reject }
      })
    },
    /** Resolves once the outbox has taken notice. */
    async accept() {
      answer?.resolve()
      await new Promise(resolve => setTimeout(resolve))
    },
    async refuse(error: Error) {
      answer?.reject(error)
      await new Promise(resolve => setTimeout(resolve))
    },
  }
}

test('a comment is shown at once and leaves when the server has it', async () => {
  const server = startServer()
  const storage = memoryStorage()
  const outbox = createOutbox(storage, PREFIX, server.send)
  outbox.post(reply)
  expect(outbox.list()).toEqual([{ ...reply, delivery: { state: 'sending' } }])
  await server.accept()
  expect(outbox.list()).toEqual([])
  expect(storage.length).toBe(0)
})

test('a comment that a closed page left behind is sent by the next one, under the same id', async () => {
  const storage = memoryStorage()
  createOutbox(storage, PREFIX, startServer().send).post(reply)
  storage.setItem(`${PREFIX}other`, '{"of":"another version"}')
  const server = startServer()
  const later = createOutbox(storage, PREFIX, server.send)
  expect(server.received).toEqual([])
  later.resume()
  expect(server.received).toMatchObject([{ commentId: reply.commentId, body: 'Twice.' }])
  await server.accept()
  expect(later.list()).toEqual([])
})

test('what the network kept back goes out again by itself, what the server refused only when asked', async () => {
  const server = startServer()
  const outbox = createOutbox(memoryStorage(), PREFIX, server.send)
  outbox.post(reply)
  await server.refuse(new Problem('unavailable', 'No connection'))
  expect(outbox.list()[0]?.delivery).toEqual({
    state: 'failed',
    reason: 'No connection',
    code: 'unavailable',
  })
  outbox.resume()
  await server.refuse(new Problem('forbidden', 'Not any more'))
  outbox.resume()
  expect(server.received).toHaveLength(2)
  outbox.resend(reply.commentId)
  expect(server.received).toHaveLength(3)
})

test('a comment that was refused can be taken back to be written on, one that is on its way cannot', async () => {
  const server = startServer()
  const storage = memoryStorage()
  const outbox = createOutbox(storage, PREFIX, server.send)
  outbox.post(reply)
  expect(outbox.takeBack(reply.commentId)).toBeNull()
  await server.refuse(new Problem('refused', 'The thread is full'))
  expect(outbox.takeBack(reply.commentId)).toMatchObject({ body: 'Twice.' })
  expect([outbox.list(), storage.length]).toEqual([[], 0])
})

test('threads are shown as they will be, and nothing twice once it has arrived', () => {
  const thread = threadOf('thread')
  const opening: Unsent = {
    ...reply,
    what: 'start',
    threadId: idOf('new'),
    commentId: idOf('opening'),
    kind: 'question',
    anchor: null,
  }
  const delivery = { state: 'sending' } as const
  const outgoing = [reply, opening].map(comment => ({ ...comment, delivery }))
  const shown = withOutgoing([thread], outgoing, thread.documentId, idOf('me'))
  expect(shown.map(({ comments }) => comments.map(({ body }) => body))).toEqual([
    ['thread', 'Twice.'],
    ['Twice.'],
  ])
  const arrived = [
    { ...thread, comments: [...thread.comments, commentOf('answer')] },
    threadOf('new', { comments: [commentOf('opening')] }),
  ]
  expect(withOutgoing(arrived, outgoing, thread.documentId, idOf('me'))).toEqual(arrived)
})
