import { z } from 'zod'
import { Instant, PersonId } from './people.ts'

/** What a contributor advised, and what the driver made of it. */
export const Advice = z.object({
  adviceId: z.string(),
  from: PersonId,
  text: z.string(),
  at: Instant,
  answer: z.object({ by: PersonId, text: z.string(), at: Instant }).nullable(),
})
export type Advice = z.infer<typeof Advice>
