import { z } from 'zod'
import { Instant, Mark, PersonId } from './people.ts'

/** Lets one person answer for another until a time. */
export const Delegation = z.object({
  delegationId: z.string(),
  from: PersonId,
  to: PersonId,
  until: Instant,
  by: PersonId,
  at: Instant,
  ended: Mark.nullable(),
})
export type Delegation = z.infer<typeof Delegation>

/** When somebody is away; without an end when nobody knows. */
export const Absence = z.object({ from: Instant, until: Instant.nullable(), by: PersonId })
export type Absence = z.infer<typeof Absence>
