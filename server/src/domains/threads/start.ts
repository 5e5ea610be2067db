import { isWellFormed } from '@colloquy/shared/anchors/well-formed'
import type { Anchor } from '@colloquy/shared/contract/anchor'
import { Problem } from '@colloquy/shared/contract/problems'
import type { InputOf } from '@colloquy/shared/contract/route'
import type { threadRoutes } from '@colloquy/shared/contract/threads'
import type { Actor } from '../../kernel/actor.ts'
import { clock } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { commentable } from '../documents/index.ts'
import type { Found } from './find.ts'
import { type StoredThread, ThreadModel } from './model.ts'

/** Starts a thread with its first comment. Sent again with the same id, it gives the thread that is there. */
export async function startThread(actor: Actor, input: InputOf<typeof threadRoutes.start>): Promise<Found> {
  const { role } = await commentable(actor, input.documentId)
  if (input.anchor) assertWellFormed(input.anchor)
  const now = clock.now()
  const { accountId } = actor
  const thread: StoredThread = {
    _id: input.threadId ?? newId(),
    documentId: input.documentId,
    kind: input.kind,
    anchor: input.anchor,
    createdBy: accountId,
    createdAt: now,
    revision: 1,
    resolution: null,
    comments: [{ commentId: newId(), author: accountId, createdAt: now, editedAt: null, body: input.body }],
  }
  const viewer = { accountId, role }
  try {
    await ThreadModel.create(thread)
    return { thread, viewer }
  } catch (error) {
    if (!isDuplicate(error)) throw error
    const earlier = await ThreadModel.findById(thread._id).lean<StoredThread>()
    if (earlier?.createdBy !== accountId || earlier.documentId !== input.documentId) {
      throw new Problem('conflict', 'This id is taken. Nothing was sent; please send it with another')
    }
    return { thread: earlier, viewer }
  }
}

export function assertWellFormed(anchor: Anchor): void {
  if (!isWellFormed(anchor)) throw new Problem('invalid', 'The anchor is malformed', ['anchor'])
}

/** MongoDB's code for a key that is there already. */
const isDuplicate = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 11000
