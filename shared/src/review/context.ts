import type { Calendar } from './calendar.ts'
import type { GroupId, Instant, PersonId, SpaceId } from './people.ts'

/**
 * Everything a rule may ask of the world. Groups and owners are as they are now: somebody who has left a group no longer
 * answers for it, though what they said stays in the record.
 */
export type Context = {
  /** `SYSTEM` for the sweep. */
  actor: PersonId
  now: Instant
  /** A fresh id for what this act creates. */
  id: string
  groups: Readonly<Record<GroupId, readonly PersonId[]>>
  owners: Readonly<Record<SpaceId, readonly PersonId[]>>
  /** Working days of the document's space; only asked when the policy counts business days. */
  calendar: Calendar
}

/** The owners of a space now; none when the last has left. */
export function ownersOf(spaceId: SpaceId, { owners }: Pick<Context, 'owners'>): readonly PersonId[] {
  return owners[spaceId] ?? []
}
