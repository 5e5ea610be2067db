import type { Thread } from '@colloquy/shared/contract/threads'
import type { StoredThread } from './model.ts'
import { commentAbilities, threadAbilities, type Viewer } from './policy.ts'

/** A thread as this viewer sees it. */
export function presentThread(thread: StoredThread, viewer: Viewer): Thread {
  return {
    threadId: thread._id,
    documentId: thread.documentId,
    kind: thread.kind,
    anchor: thread.anchor,
    createdBy: thread.createdBy,
    createdAt: thread.createdAt.toISOString(),
    revision: thread.revision,
    resolution: thread.resolution && { ...thread.resolution, at: thread.resolution.at.toISOString() },
    comments: thread.comments.map(comment => ({
      commentId: comment.commentId,
      author: comment.author,
      createdAt: comment.createdAt.toISOString(),
      editedAt: comment.editedAt?.toISOString() ?? null,
      body: comment.body,
      abilities: commentAbilities(comment, viewer),
    })),
    abilities: threadAbilities(thread, viewer),
  }
}
