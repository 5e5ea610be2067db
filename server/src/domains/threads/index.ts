import type { Domain } from '../../kernel/domain.ts'
import { rolesIn } from '../documents/index.ts'
import { type StoredThread, ThreadModel } from './model.ts'
import { presentThread } from './present.ts'
import { mountThreads } from './routes.ts'

export { reply } from './comment.ts'
export { resolveThread } from './resolve.ts'
export { startThread } from './start.ts'

/** Conversations beside the text. They point into it by anchors and never write into it. */
export const threadsDomain: Domain = {
  name: 'threads',
  start(kernel) {
    mountThreads(kernel)
    kernel.live.present('thread.changed', async threadId => {
      const thread = await ThreadModel.findById(threadId).lean<StoredThread>()
      const roleFor = thread && (await rolesIn(thread.documentId))
      return actor => {
        const role = roleFor?.(actor)
        return thread && role ? presentThread(thread, { accountId: actor.accountId, role }) : null
      }
    })
    return undefined
  },
}
