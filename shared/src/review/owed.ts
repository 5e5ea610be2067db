import type { Context } from './context.ts'
import type { GroupId, Instant, PersonId, SpaceId } from './people.ts'
import { delegationsFrom, isAway } from './presence.ts'
import type { Review } from './review.ts'
import type { SeatCount } from './seats.ts'

/** A person something waits for, with what changes the waiting: who may answer instead, and an absence. */
export type OwedPerson = {
  personId: PersonId
  delegates: PersonId[]
  /** Null when here; `until` null when no return is known. */
  away: { until: Instant | null } | null
}

/** Who owes a missing thing. Of a group or a space, any of the people may give it. */
export type Owed =
  | ({ kind: 'person' } & OwedPerson)
  | { kind: 'group'; groupId: GroupId; people: OwedPerson[] }
  | { kind: 'space'; spaceId: SpaceId; people: OwedPerson[] }

/** Persons as they are listed in a missing line. */
export function owedBy(
  review: Review,
  people: readonly PersonId[],
  context: Pick<Context, 'now'>,
): Extract<Owed, { kind: 'person' }>[] {
  return people.map(personId => ({ kind: 'person', ...person(review, personId, context) }))
}

/** The holder of a seat as listed in a missing line, with the members who have yet to answer. */
export function owedBySeat(review: Review, { seat, owes }: SeatCount, context: Pick<Context, 'now'>): Owed[] {
  const people = owes.map(personId => person(review, personId, context))
  const { holder } = seat
  if (holder.kind === 'group') return [{ kind: 'group', groupId: holder.groupId, people }]
  if (holder.kind === 'space') return [{ kind: 'space', spaceId: holder.spaceId, people }]
  return owedBy(review, [holder.personId], context)
}

function person(review: Review, personId: PersonId, { now }: Pick<Context, 'now'>): OwedPerson {
  const absence = review.absences[personId]
  return {
    personId,
    delegates: delegationsFrom(review, personId, now).map(({ to }) => to),
    away: absence && isAway(review, personId, now) ? { until: absence.until } : null,
  }
}
