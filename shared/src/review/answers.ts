import { z } from 'zod'
import { GroupId, Instant, Mark, PersonId, SpaceId } from './people.ts'
import { ChangedSection } from './sections.ts'

const needs = z.number().int().min(1).max(100)

/** Whom an author or an owner may name as an approver. */
export const Holder = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), personId: PersonId }),
  z.object({ kind: z.literal('group'), groupId: GroupId, needs }),
])

/** Somebody, or a body of people, whose answer the policy counts once. */
export const Seat = z.object({
  seatId: z.string(),
  /** `space` seats are added by rule for every touched space and held by whoever owns it at the time. */
  holder: z.discriminatedUnion('kind', [
    ...Holder.options,
    z.object({ kind: z.literal('space'), spaceId: SpaceId, needs }),
  ]),
  addedBy: PersonId,
  addedAt: Instant,
  removed: Mark.nullable(),
})
export type Seat = z.infer<typeof Seat>

export const verdictKinds = ['approve', 'request changes', 'abstain'] as const

/** One answer to one version. Never deleted: a later answer, an un-approve or a dismissal ends it. */
export const Verdict = z.object({
  verdictId: z.string(),
  /** The revision of the review that recorded it: the order of verdicts. */
  revision: z.number().int(),
  personId: PersonId,
  /** Differs from `personId` when a delegate answered. */
  givenBy: PersonId,
  kind: z.enum(verdictKinds),
  reason: z.string(),
  version: z.number().int(),
  /** Hash of every section as it was read, by section. */
  hashes: z.record(z.string(), z.string()),
  /** Spaces the person owned when answering: the sections of these go stale for them. */
  domains: z.array(SpaceId),
  at: Instant,
  ended: Mark.extend({ how: z.enum(['replaced', 'withdrawn', 'dismissed']) }).nullable(),
})
export type Verdict = z.infer<typeof Verdict>

export const Edit = z.object({
  editId: z.string(),
  version: z.number().int(),
  by: PersonId,
  at: Instant,
  changed: z.array(ChangedSection),
  /** Marked as not worth a new look by the author; counts all the same once contested. */
  editorial: z.boolean(),
  contested: Mark.nullable(),
})
export type Edit = z.infer<typeof Edit>
