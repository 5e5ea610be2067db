import { z } from 'zod'
import { Absence, Delegation } from './absences.ts'
import { Advice } from './advice.ts'
import { Edit, Seat, Verdict } from './answers.ts'
import { Concern } from './concerns.ts'
import { Instant, Mark, PersonId, SpaceId } from './people.ts'
import { Policy } from './policy.ts'
import { Section } from './sections.ts'
import { Stage } from './stage.ts'
import { Proposal } from './stances.ts'
import { dispositions } from './states.ts'

const by = <Entry extends z.ZodType>(entry: Entry) => z.record(z.string(), entry)

/** The review of one document: everything that decides it, kept as one aggregate. */
export const Review = z.object({
  documentId: z.string(),
  spaceId: SpaceId,
  touches: z.array(SpaceId),
  stage: Stage,
  /** When it was put to review; null while a draft. */
  openedAt: Instant.nullable(),
  policy: Policy,
  /** A policy edited during a final comment period; takes effect when the period restarts or is given up. */
  nextPolicy: Policy.nullable(),
  /** What the driver has proposed to decide, and since when; a final comment period starts by itself once it may. */
  proposed: z.object({ disposition: z.enum(dispositions), by: PersonId, at: Instant }).nullable(),
  driver: PersonId,
  authors: z.array(PersonId),
  /** Null: the driver decides. */
  decider: PersonId.nullable(),
  contributors: z.array(PersonId),
  informed: z.array(PersonId),
  version: z.number().int(),
  sections: z.array(Section),
  seats: by(Seat),
  edits: by(Edit),
  verdicts: by(Verdict),
  recusals: by(Mark),
  delegations: by(Delegation),
  absences: by(Absence),
  concerns: by(Concern),
  proposals: by(Proposal),
  advice: by(Advice),
  /** Reminders already sent for the period or deadline that ends then, by how many days before it. */
  reminded: z.object({ endsAt: Instant, days: z.array(z.number()) }).nullable(),
  /** Number of events so far: the version for optimistic concurrency. */
  revision: z.number().int(),
  /** Time of the last event. Time never runs backwards in a review, whatever the clock does. */
  lastAt: Instant,
})
export type Review = z.infer<typeof Review>

/** The person whose word an overruling or an outcome by `decider` needs. */
export function deciderOf(review: Review): PersonId {
  return review.decider ?? review.driver
}

/** The hold on the document, if there is one. */
export function holdOf({ stage }: Review): Mark | null {
  return 'hold' in stage ? stage.hold : null
}
