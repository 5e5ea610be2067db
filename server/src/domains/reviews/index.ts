import type { ReviewEvent } from '@colloquy/shared/review/events'
import type { Review } from '@colloquy/shared/review/review'
import type { State } from '@colloquy/shared/review/states'
import type { Domain } from '../../kernel/domain.ts'
import { rolesIn } from '../documents/index.ts'
import { contextOf } from './context.ts'
import { ReviewModel, type StoredReview } from './model.ts'
import { presentReview } from './present.ts'
import { react } from './reactions.ts'
import { mountReviews } from './routes.ts'
import { load } from './store.ts'
import { startSweep } from './sweep.ts'

export { systemAct } from './act.ts'
export { contextOf } from './context.ts'
export { settleSoon, type Tellers } from './settle.ts'
export { isDuplicate } from './store.ts'

declare module '../../kernel/bus.ts' {
  interface DomainEvents {
    /**
     * Something happened in a review, at least once told and in order; `review` is as it stands after it. Nothing in it is
     * redacted: a blind round may be under way. A handler that throws is asked again later.
     */
    'review.changed': { documentId: string; review: Review; events: ReviewEvent[] }
  }
}

/** The review of a document as it stands, whoever asks; null while there is none. Never to be sent as it is. */
export const reviewOf = async (documentId: string): Promise<Review | null> =>
  (await load(documentId))?.review ?? null

/** The reviews of a state in these spaces, in all of them for null, whoever asks. Never to be sent as they are. */
export const reviewsIn = async (spaceIds: readonly string[] | null, state: State): Promise<Review[]> => {
  const within = spaceIds ? { spaceId: { $in: [...spaceIds] } } : {}
  const found = await ReviewModel.find({ ...within, state }).lean<StoredReview[]>()
  return found.map(({ review }) => review)
}

/** How documents get decided: the rules live in shared, this keeps the reviews, the audit log and the time. */
export const reviewsDomain: Domain = {
  name: 'reviews',
  start(kernel) {
    mountReviews(kernel)
    react(kernel)
    kernel.live.present('review.changed', async documentId => {
      const stored = await load(documentId)
      const roleFor = await rolesIn(documentId)
      const context = stored && (await contextOf(stored.review, ''))
      return ({ accountId, role }) =>
        stored && context && roleFor({ accountId, role })
          ? presentReview(stored, { ...context, actor: accountId })
          : null
    })
    return startSweep(kernel)
  },
}
