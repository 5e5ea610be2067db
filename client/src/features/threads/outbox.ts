import { anchor } from '@colloquy/shared/contract/anchor'
import { id, time } from '@colloquy/shared/contract/ids'
import { Problem, type ProblemCode } from '@colloquy/shared/contract/problems'
import { startedKind } from '@colloquy/shared/contract/threads'
import { z } from 'zod'
import { explain } from '../../api/call.ts'

/** A comment on its way to the server: the first of a new thread, or an answer in one. */
const outgoing = z.discriminatedUnion('what', [
  z.object({ what: z.literal('start'), kind: startedKind, anchor: anchor.nullable() }),
  z.object({ what: z.literal('reply') }),
])
const unsent = z.intersection(
  outgoing,
  z.object({ threadId: id, commentId: id, body: z.string(), writtenAt: time }),
)
export type Unsent = z.infer<typeof unsent>

/** `failed` waits for the person, or for the network when that was the reason. */
export type Delivery = { state: 'sending' } | { state: 'failed'; reason: string; code: ProblemCode | null }
export type Outgoing = Unsent & { delivery: Delivery }

export type Outbox = {
  list(): readonly Outgoing[]
  subscribe(listener: () => void): () => void
  /** Keeps the comment where a reload does not lose it, and sends it. */
  post(comment: Unsent): void
  resend(commentId: string): void
  /** Sends what the network kept back, or an earlier page left behind. */
  resume(): void
  /** Gives a comment back that was not sent, to be written on. */
  takeBack(commentId: string): Unsent | null
}

const LEFT_BEHIND: Delivery = { state: 'failed', reason: 'Not sent yet', code: 'unavailable' }

/**
 * Comments that the server does not have yet, under keys that begin with `prefix`. Each has an id of its own, so
 * that sending it twice leaves one, and what was on its way when a page closed can simply be sent again.
 */
export function createOutbox(
  storage: Storage,
  prefix: string,
  send: (comment: Unsent) => Promise<void>,
): Outbox {
  let list: readonly Outgoing[] = []
  const listeners = new Set<() => void>()
  const set = (next: readonly Outgoing[]) => {
    list = next
    for (const listener of listeners) listener()
  }
  const mark = (commentId: string, delivery: Delivery) =>
    set(list.map(comment => (comment.commentId === commentId ? { ...comment, delivery } : comment)))
  const drop = (commentId: string) => {
    storage.removeItem(prefix + commentId)
    set(list.filter(comment => comment.commentId !== commentId))
  }
  const deliver = async (comment: Unsent) => {
    try {
      await send(comment)
      drop(comment.commentId)
    } catch (error) {
      const code = error instanceof Problem ? error.code : null
      mark(comment.commentId, { state: 'failed', reason: explain(error), code })
    }
  }
  const again = (wanted: (comment: Outgoing) => boolean) => {
    for (const comment of list.filter(one => one.delivery.state === 'failed' && wanted(one))) {
      mark(comment.commentId, { state: 'sending' })
      void deliver(comment)
    }
  }

  list = leftBehind(storage, prefix).map(comment => ({ ...comment, delivery: LEFT_BEHIND }))

  return {
    list: () => list,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    post(comment) {
      try {
        storage.setItem(prefix + comment.commentId, JSON.stringify(comment))
      } catch {
        // A full or forbidden storage costs the safety of a reload, not the comment.
      }
      set([...list, { ...comment, delivery: { state: 'sending' } }])
      void deliver(comment)
    },
    resend: commentId => again(comment => comment.commentId === commentId),
    resume: () => again(({ delivery }) => delivery.state === 'failed' && delivery.code === 'unavailable'),
    takeBack(commentId) {
      const comment = list.find(one => one.commentId === commentId)
      if (comment?.delivery.state !== 'failed') return null
      drop(commentId)
      return comment
    },
  }
}

function leftBehind(storage: Storage, prefix: string): Unsent[] {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
  return keys
    .filter(key => key.startsWith(prefix))
    .flatMap(key => readUnsent(storage.getItem(key)) ?? [])
    .sort((a, b) => a.writtenAt.localeCompare(b.writtenAt))
}

function readUnsent(stored: string | null): Unsent | null {
  try {
    return unsent.parse(JSON.parse(stored ?? ''))
  } catch {
    // Written by another version of the page, or by hand: not something that could be sent.
    return null
  }
}
