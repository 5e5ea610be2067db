import type { Delegation } from './absences.ts'
import { DAY } from './calendar.ts'
import type { Concern } from './concerns.ts'
import type { Context } from './context.ts'
import { ownersOf } from './context.ts'
import type { Instant, PersonId } from './people.ts'
import type { Review } from './review.ts'

/** True while a person has said, or an owner for them, that they are away. */
export function isAway(review: Review, personId: PersonId, now: Instant): boolean {
  const absence = review.absences[personId]
  return absence !== undefined && absence.from <= now && (absence.until === null || now < absence.until)
}

/** Delegations that let somebody answer for this person now. An expired one needs no act to end it. */
export function delegationsFrom(review: Review, personId: PersonId, now: Instant): Delegation[] {
  return Object.values(review.delegations).filter(
    ({ from, until, ended }) => from === personId && ended === null && now < until,
  )
}

/** True when `actor` may answer for `personId`: they are the same, or a delegation is in force. */
export function speaksFor(review: Review, actor: PersonId, personId: PersonId, now: Instant): boolean {
  return actor === personId || delegationsFrom(review, personId, now).some(({ to }) => to === actor)
}

/** Owners of the document's space and of those it touches. */
export function allOwners(review: Review, context: Pick<Context, 'owners'>): PersonId[] {
  return [...new Set([review.spaceId, ...review.touches].flatMap(spaceId => ownersOf(spaceId, context)))]
}

/**
 * Who may confirm in a raiser's place: nobody, until the raiser has been away for the policy's limit; then their delegates
 * and the space owners. Never an author, who is the other side.
 */
export function standIns(
  review: Review,
  { raiser }: Concern,
  context: Pick<Context, 'owners' | 'now'>,
): PersonId[] {
  const absence = review.absences[raiser]
  const limit = review.policy.awayDays * DAY
  if (!absence || !isAway(review, raiser, context.now) || context.now < absence.from + limit) return []
  const delegates = delegationsFrom(review, raiser, context.now).map(({ to }) => to)
  const candidates = new Set([...delegates, ...allOwners(review, context)])
  return [...candidates].filter(personId => personId !== raiser && !review.authors.includes(personId))
}
