import { Problem } from '@colloquy/shared/contract/problems'
import type { Thread } from '@colloquy/shared/contract/threads'
import type { Actor } from '../../kernel/actor.ts'
import { readable, roleOf } from '../documents/index.ts'
import { type StoredThread, ThreadModel } from './model.ts'
import { threadAbilities, type Viewer } from './policy.ts'
import { presentThread } from './present.ts'

export type Found = { thread: StoredThread; viewer: Viewer }

/** Every thread of a document, oldest first. */
export async function listThreads(actor: Actor, documentId: string): Promise<Thread[]> {
  const { role } = await readable(actor, documentId)
  const threads = await ThreadModel.find({ documentId }).sort({ createdAt: 1, _id: 1 }).lean<StoredThread[]>()
  return threads.map(thread => presentThread(thread, { accountId: actor.accountId, role }))
}

/** A thread of a document that this person may read; any other is answered as missing. */
export async function findThread(actor: Actor, threadId: string): Promise<Found> {
  const thread = await ThreadModel.findById(threadId).lean<StoredThread>()
  const role = thread && (await roleOf(actor, thread.documentId))
  if (!thread || !role) throw new Problem('missing', 'There is no such thread, or you may not see it')
  return { thread, viewer: { accountId: actor.accountId, role } }
}

/** The same, when this person may do that with it. */
export async function threadAllowing(
  actor: Actor,
  threadId: string,
  ability: keyof Thread['abilities'],
): Promise<Found> {
  const found = await findThread(actor, threadId)
  if (!threadAbilities(found.thread, found.viewer)[ability]) {
    throw new Problem('forbidden', refusals[ability])
  }
  return found
}

const refusals: Record<keyof Thread['abilities'], string> = {
  reply: 'You may read this thread but not answer in it. Someone who can edit the document can change that',
  resolve: 'Only its starter and those who can edit the document may resolve or reopen a thread',
  reanchor: 'Only its starter and those who can edit the document may move a thread',
}
