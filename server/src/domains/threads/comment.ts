import { Problem } from '@colloquy/shared/contract/problems'
import { COMMENTS_LIMIT, type Comment } from '@colloquy/shared/contract/threads'
import type { Actor } from '../../kernel/actor.ts'
import { clock } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { change } from './change.ts'
import { type Found, findThread, threadAllowing } from './find.ts'
import type { StoredComment } from './model.ts'
import { commentAbilities } from './policy.ts'

/** Answers in a thread. Sent again with the same id, it changes nothing. */
export async function reply(
  actor: Actor,
  threadId: string,
  { commentId = newId(), body }: { commentId?: string | undefined; body: string },
): Promise<Found> {
  const found = await threadAllowing(actor, threadId, 'reply')
  const author = actor.accountId
  const written: StoredComment = { commentId, author, createdAt: clock.now(), editedAt: null, body }
  return change(found, ({ comments }) => {
    const earlier = comments.find(comment => comment.commentId === commentId)
    if (earlier && earlier.author !== author) {
      throw new Problem('conflict', 'This id is taken. Nothing was sent; please send it with another')
    }
    if (earlier) return null
    if (comments.length >= COMMENTS_LIMIT) {
      throw new Problem('refused', `A thread holds ${COMMENTS_LIMIT} comments. Please start a new one`)
    }
    return { comments: [...comments, written] }
  })
}

export const editComment = (actor: Actor, threadId: string, commentId: string, body: string) =>
  changeComment(actor, threadId, commentId, 'edit', { body, editedAt: clock.now() })

/** Leaves a tombstone, so that the answers to it keep their place. */
export const deleteComment = (actor: Actor, threadId: string, commentId: string) =>
  changeComment(actor, threadId, commentId, 'delete', { body: null, editedAt: clock.now() })

async function changeComment(
  actor: Actor,
  threadId: string,
  commentId: string,
  ability: keyof Comment['abilities'],
  changes: Pick<StoredComment, 'body' | 'editedAt'>,
): Promise<Found> {
  const found = await findThread(actor, threadId)
  return change(found, ({ comments }) => {
    const target = comments.find(comment => comment.commentId === commentId)
    if (!target) throw new Problem('missing', 'There is no such comment')
    if (!commentAbilities(target, found.viewer)[ability]) {
      throw new Problem('forbidden', 'Only its writer can change a comment, and a deleted one stays deleted')
    }
    return {
      comments: comments.map(comment => (comment === target ? { ...comment, ...changes } : comment)),
    }
  })
}
