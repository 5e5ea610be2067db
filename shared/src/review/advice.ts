import type { Instant, PersonId } from './people.ts'

/** What a contributor advised, and what the driver made of it. */
export type Advice = {
  adviceId: string
  from: PersonId
  text: string
  at: Instant
  answer: { by: PersonId; text: string; at: Instant } | null
}
