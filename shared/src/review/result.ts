import type { ProblemCode } from '../contract/problems.ts'
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

/** Every kind of event, in the past tense. */
export const eventTypes = [
  'review.created',
  'review.opened',
  'decision.proposed',
  'decision.proposal.cancelled',
  'period.started',
  'period.restarted',
  'period.reset',
  'period.paused',
  'period.resumed',
  'period.ended',
  'decision.published',
  'decision.numbered',
  'decision.implemented',
  'decision.superseded',
  'decision.deprecated',
  'document.withdrawn',
  'hold.placed',
  'hold.released',
  'reminder.sent',
  'policy.changed',
  'policy.change.scheduled',
  'policy.escalated',
  'approver.named',
  'approver.removed',
  'spaces.touched',
  'authors.set',
  'contributors.set',
  'informed.set',
  'decider.named',
  'driver.changed',
  'verdict.given',
  'verdict.withdrawn',
  'verdict.dismissed',
  'approver.recused',
  'approver.rejoined',
  'delegation.started',
  'delegation.ended',
  'absence.started',
  'absence.ended',
  'document.edited',
  'edit.contested',
  'concern.raised',
  'concern.restated',
  'restatement.answered',
  'resolution.proposed',
  'resolution.answered',
  'overruling.proposed',
  'overruling.seconded',
  'concern.withdrawn',
  'proposal.opened',
  'stance.taken',
  'round.closed',
  'round.opened',
  'proposal.handed over',
  'proposal.decided',
  'advice.given',
  'advice.answered',
] as const

export type EventType = (typeof eventTypes)[number]

/** A refusal with its sentence. */
export function refuse(code: ProblemCode, message: string, missing: MissingLine[] = []): Refusal {
  return { ok: false, problem: { code, message }, missing }
}

/** An act of one step. */
export function step(event: EventType, review: Review): Outcome {
  return { ok: true, steps: [{ event, review }] }
}
