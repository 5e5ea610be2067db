import { reviewRoutes } from '@colloquy/shared/contract/reviews'
import type { Kernel } from '../../kernel/domain.ts'
import { mount } from '../../kernel/mount.ts'
import { readable } from '../documents/index.ts'
import { actOn } from './act.ts'
import { markEditorial } from './editorial.ts'
import { listEvents } from './events.ts'
import { presented } from './present.ts'
import { startReview } from './start.ts'
import { load } from './store.ts'

export function mountReviews(kernel: Kernel): void {
  const { router } = kernel
  mount(router, reviewRoutes.read, async ({ documentId }, actor) => {
    await readable(actor, documentId)
    return (await load(documentId)) ? presented(actor, documentId) : null
  })
  mount(router, reviewRoutes.start, (input, actor) => startReview(kernel, actor, input))
  mount(router, reviewRoutes.act, ({ documentId, act }, actor) => actOn(kernel, actor, documentId, act))
  mount(router, reviewRoutes.markEditorial, ({ documentId, editorial }, actor) =>
    markEditorial(kernel, actor, documentId, editorial),
  )
  mount(router, reviewRoutes.events, (input, actor) => listEvents(actor, input))
}
