import { z } from 'zod'
import { Instant, Mark, PersonId } from './people.ts'
import { dispositions } from './states.ts'

/** The raiser's answer, or that of whoever may confirm while the raiser is away. */
const Answer = Mark.extend({ confirmed: z.boolean() }).nullable()

const Restatement = z.object({ by: PersonId, at: Instant, text: z.string(), answer: Answer })

/** How a concern is proposed to be answered: a summary, the change (if any) and why. */
const Resolution = z.object({
  by: PersonId,
  at: Instant,
  summary: z.string(),
  change: z.string(),
  rationale: z.string(),
  answer: Answer,
})

/**
 * A named, blocking objection with one raiser. Nothing in it is ever taken away: each step is added to the one before.
 * The protocol follows the rust-lang lang team's of 2026 (pull request 360).
 */
export const Concern = z.object({
  concernId: z.string(),
  title: z.string(),
  reason: z.string(),
  /** Where in the text it points, as the anchors encode it; null for the document as a whole. */
  anchor: z.string().nullable(),
  raiser: PersonId,
  raisedAt: Instant,
  /** What was proposed to be decided when it was raised. */
  against: z.enum(dispositions).nullable(),
  restatements: z.array(Restatement),
  resolutions: z.array(Resolution),
  overrulings: z.array(z.object({ by: PersonId, at: Instant, reason: z.string(), second: Mark.nullable() })),
  withdrawn: Mark.nullable(),
})
export type Concern = z.infer<typeof Concern>

export type ConcernStatus =
  | 'raised'
  | 'restated'
  | 'understood'
  | 'answered'
  | 'overruling'
  | 'withdrawn'
  | 'resolved'
  | 'overruled'

/** Where a concern stands in the protocol. */
export function statusOf(concern: Concern): ConcernStatus {
  if (concern.withdrawn) return 'withdrawn'
  const resolution = concern.resolutions.at(-1)
  if (resolution?.answer?.confirmed) return 'resolved'
  const overruling = concern.overrulings.at(-1)
  if (overruling?.second) return 'overruled'
  if (overruling) return 'overruling'
  if (resolution && !resolution.answer) return 'answered'
  const restatement = concern.restatements.at(-1)
  if (!restatement) return 'raised'
  if (!restatement.answer) return 'restated'
  return restatement.answer.confirmed ? 'understood' : 'raised'
}

/** True until the concern is withdrawn, resolved or overruled. */
export function isConcernOpen(concern: Concern): boolean {
  const status = statusOf(concern)
  return status !== 'withdrawn' && status !== 'resolved' && status !== 'overruled'
}

/** True once the other side has shown that it understood. A concern that was only restated can still be overruled. */
export function isUnderstood(concern: Concern): boolean {
  return concern.restatements.some(({ answer }) => answer?.confirmed)
}
