import { openStates } from '@colloquy/shared/review/states'
import type { Kernel } from '../../kernel/domain.ts'
import { ReviewModel } from './model.ts'
import { settleSoon } from './settle.ts'
import { load } from './store.ts'
import { recordText } from './text.ts'

export function react(kernel: Kernel): void {
  const { bus, live } = kernel
  bus.on('text.changed', async ({ documentId }) => {
    if (!(await load(documentId))) return
    await recordText(documentId)
    await settleSoon(kernel, documentId)
  })
  // Owners come and go: who is asked, and who may do what, changes with them.
  bus.on('space.changed', async ({ spaceId }) => {
    const within = { $or: [{ spaceId }, { touches: spaceId }], state: { $in: [...openStates] } }
    const concerned = await ReviewModel.find(within, { _id: 1 }).lean<{ _id: string }[]>()
    for (const { _id: documentId } of concerned) {
      await settleSoon(kernel, documentId)
      live.announce('review.changed', documentId, { documentId })
    }
  })
}
