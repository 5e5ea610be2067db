import { type Role, roles } from '@colloquy/shared/contract/spaces'
import type { Comment, Thread } from '@colloquy/shared/contract/threads'
import type { Actor } from '../../kernel/actor.ts'
import type { StoredComment, StoredThread } from './model.ts'

export type Viewer = { accountId: Actor['accountId']; role: Role }

type Row = {
  /** The weakest role that may. */
  from: Role
  /** Whoever began it may as well, as long as they may comment. */
  orStarter: boolean
}

const threadPolicy = {
  reply: { from: 'commenter', orStarter: false },
  resolve: { from: 'editor', orStarter: true },
  reanchor: { from: 'editor', orStarter: true },
} as const satisfies Record<keyof Thread['abilities'], Row>

const atLeast = (role: Role, needed: Role) => roles.indexOf(role) >= roles.indexOf(needed)

export function threadAbilities(thread: StoredThread, viewer: Viewer): Thread['abilities'] {
  const may = ({ from, orStarter }: Row) =>
    atLeast(viewer.role, from) ||
    (orStarter && thread.createdBy === viewer.accountId && atLeast(viewer.role, 'commenter'))
  return {
    reply: may(threadPolicy.reply),
    resolve: may(threadPolicy.resolve),
    reanchor: may(threadPolicy.reanchor),
  }
}

/** Comments belong to their writers; a tombstone to nobody. */
export function commentAbilities(comment: StoredComment, viewer: Viewer): Comment['abilities'] {
  const own =
    comment.author === viewer.accountId && comment.body !== null && atLeast(viewer.role, 'commenter')
  return { edit: own, delete: own }
}
