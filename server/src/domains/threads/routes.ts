import { threadRoutes } from '@colloquy/shared/contract/threads'
import type { Kernel } from '../../kernel/domain.ts'
import { mount } from '../../kernel/mount.ts'
import { deleteComment, editComment, reply } from './comment.ts'
import { type Found, listThreads } from './find.ts'
import { presentThread } from './present.ts'
import { reanchor } from './reanchor.ts'
import { reopenThread, resolveThread } from './resolve.ts'
import { startThread } from './start.ts'

export function mountThreads({ router, live }: Kernel): void {
  const changed = async (operation: Promise<Found>) => {
    const { thread, viewer } = await operation
    live.announce('thread.changed', thread._id, { documentId: thread.documentId })
    return presentThread(thread, viewer)
  }
  mount(router, threadRoutes.list, ({ documentId }, actor) => listThreads(actor, documentId))
  mount(router, threadRoutes.start, (input, actor) => changed(startThread(actor, input)))
  mount(router, threadRoutes.reply, ({ threadId, ...comment }, actor) =>
    changed(reply(actor, threadId, comment)),
  )
  mount(router, threadRoutes.editComment, ({ threadId, commentId, body }, actor) =>
    changed(editComment(actor, threadId, commentId, body)),
  )
  mount(router, threadRoutes.deleteComment, ({ threadId, commentId }, actor) =>
    changed(deleteComment(actor, threadId, commentId)),
  )
  mount(router, threadRoutes.resolve, ({ threadId, note }, actor) =>
    changed(resolveThread(actor, threadId, note)),
  )
  mount(router, threadRoutes.reopen, ({ threadId }, actor) => changed(reopenThread(actor, threadId)))
  mount(router, threadRoutes.reanchor, ({ threadId, anchor, revision }, actor) =>
    changed(reanchor(actor, threadId, anchor, revision)),
  )
}
