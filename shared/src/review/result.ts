import type { ProblemCode } from '../contract/problems.ts'
import type { EventType } from './event-types.ts'
import type { ReviewEvent } from './events.ts'
import type { MissingLine } from './missing-line.ts'
import type { PersonId } from './people.ts'
import type { Review } from './review.ts'

/** An expected refusal: what to answer, and what is still missing where that is the reason. */
export type Refusal = {
  ok: false
  problem: { code: ProblemCode; message: string }
  missing: MissingLine[]
}

export type Applied = { ok: true; review: Review; events: ReviewEvent[] }

export type Result = Applied | Refusal

/** One step of an act: the name of its event and the review after it, by the act's own actor unless the rule itself acted. */
export type Step = { event: EventType; review: Review; actor?: PersonId }

/** What a handler answers: its steps, or why not. */
export type Outcome = { ok: true; steps: Step[] } | Refusal

/** A refusal with its sentence. */
export function refuse(code: ProblemCode, message: string, missing: MissingLine[] = []): Refusal {
  return { ok: false, problem: { code, message }, missing }
}

/** An act of one step. */
export function step(event: EventType, review: Review): Outcome {
  return { ok: true, steps: [{ event, review }] }
}
