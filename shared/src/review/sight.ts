import type { ReviewEvent } from './events.ts'
import type { PersonId } from './people.ts'
import type { Review } from './review.ts'
import { isHidden, visibleStances } from './stances.ts'

/** The review as one person may see it: without the stances that a blind round hides from them. Send no other. */
export function seenBy(review: Review, viewer: PersonId): Review {
  const proposals = Object.entries(review.proposals).map(([proposalId, proposal]) => [
    proposalId,
    { ...proposal, stances: visibleStances(proposal, viewer) },
  ])
  return { ...review, proposals: Object.fromEntries(proposals) }
}

/**
 * The log as one person may see it: events that hold hidden stances keep their place, actor and time and lose their
 * changes. It cannot be replayed while something is hidden.
 */
export function redact(review: Review, events: readonly ReviewEvent[], viewer: PersonId): ReviewEvent[] {
  const hidden = new Set(
    Object.values(review.proposals)
      .filter(proposal => isHidden(proposal, viewer))
      .map(({ proposalId }) => proposalId),
  )
  return events.map(event => ({
    ...event,
    changes: event.changes.filter(({ path: [key, id = ''] }) => key !== 'proposals' || !hidden.has(id)),
  }))
}
