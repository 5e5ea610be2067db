import type { Comment, Thread } from '@colloquy/shared/contract/threads'
import type { Outgoing } from './outbox.ts'

/** The threads as they will be once everything that is on its way has arrived. */
export function withOutgoing(
  threads: readonly Thread[],
  outgoing: readonly Outgoing[],
  documentId: string,
  accountId: string,
): Thread[] {
  let all = [...threads]
  for (const sent of outgoing) {
    const comment = written(sent, accountId)
    const held = all.find(thread => thread.threadId === sent.threadId)
    if (sent.what === 'start' && !held) all.push(started(sent, comment, documentId))
    if (sent.what === 'start' || !held) continue
    if (held.comments.some(({ commentId }) => commentId === sent.commentId)) continue
    const answered = { ...held, comments: [...held.comments, comment] }
    all = all.map(thread => (thread === held ? answered : thread))
  }
  return all
}

const written = (sent: Outgoing, author: string): Comment => ({
  commentId: sent.commentId,
  author,
  createdAt: sent.writtenAt,
  editedAt: null,
  body: sent.body,
  abilities: { edit: false, delete: false },
})

function started(
  { threadId, kind, anchor }: Extract<Outgoing, { what: 'start' }>,
  comment: Comment,
  documentId: string,
): Thread {
  return {
    threadId,
    documentId,
    kind,
    anchor,
    createdBy: comment.author,
    createdAt: comment.createdAt,
    revision: 0,
    resolution: null,
    comments: [comment],
    abilities: { reply: false, resolve: false, reanchor: false },
  }
}
