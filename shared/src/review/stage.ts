import { z } from 'zod'
import { Instant, Mark, PersonId, SpaceId } from './people.ts'
import { Period } from './period.ts'
import { outcomes } from './states.ts'

export const Revisit = z.union([
  z.object({ owner: PersonId, on: z.iso.date() }),
  z.object({ owner: PersonId, when: z.string().trim().min(1).max(20_000) }),
])
export type Revisit = z.infer<typeof Revisit>

export const Dissent = z.object({
  personId: PersonId,
  kind: z.enum(['concern', 'disagree', 'block', 'request changes']),
  about: z.string(),
  text: z.string(),
})
export type Dissent = z.infer<typeof Dissent>

/** What was decided, in the document's own state. The frozen record is built from it. */
export const Outcome = z.object({
  state: z.enum(outcomes),
  by: PersonId,
  at: Instant,
  reason: z.string(),
  version: z.number().int(),
  revisit: Revisit.nullable(),
  dissent: z.array(Dissent),
  /** Reserved by the server after publishing, so that a refused publication leaves no gap; null until then. */
  number: z.number().int().nullable(),
})
export type Outcome = z.infer<typeof Outcome>

export const DecisionRef = z.object({ spaceId: SpaceId, number: z.number().int().min(1) })
export type DecisionRef = z.infer<typeof DecisionRef>

const open = { since: Instant, hold: Mark.nullable() }
const decided = { outcome: Outcome, since: Instant }

/** Where the document stands, with exactly what that state has. */
export const Stage = z.discriminatedUnion('state', [
  z.object({ state: z.literal('draft') }),
  z.object({ state: z.literal('in review'), ...open }),
  z.object({ state: z.literal('final comment'), ...open, period: Period }),
  z.object({ state: z.enum([...outcomes, 'implemented']), ...decided }),
  z.object({ state: z.literal('superseded'), ...decided, by: z.array(DecisionRef) }),
  z.object({ state: z.literal('deprecated'), ...decided, reason: z.string() }),
  z.object({ state: z.literal('withdrawn'), mark: Mark }),
])
export type Stage = z.infer<typeof Stage>
