import { z } from 'zod'
import type { Context } from './context.ts'
import { GroupId, Instant, PersonId, SpaceId } from './people.ts'
import { delegationsFrom, isAway } from './presence.ts'
import type { Review } from './review.ts'
import type { SeatCount } from './seats.ts'

/** A person something waits for, with what changes the waiting: who may answer instead, and an absence. */
export const OwedPerson = z.object({
  personId: PersonId,
  delegates: z.array(PersonId),
  /** Null when here; `until` null when no return is known. */
  away: z.object({ until: Instant.nullable() }).nullable(),
})
export type OwedPerson = z.infer<typeof OwedPerson>

/** Who owes a missing thing. Of a group or a space, any of the people may give it. */
export const Owed = z.discriminatedUnion('kind', [
  OwedPerson.extend({ kind: z.literal('person') }),
  z.object({ kind: z.literal('group'), groupId: GroupId, people: z.array(OwedPerson) }),
  z.object({ kind: z.literal('space'), spaceId: SpaceId, people: z.array(OwedPerson) }),
])
export type Owed = z.infer<typeof Owed>

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
