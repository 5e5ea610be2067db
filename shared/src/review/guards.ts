import type { Context } from './context.ts'
import { missing, missingForFinalComment } from './missing.ts'
import { missingAnswers } from './missing-answers.ts'
import type { MissingLine } from './missing-line.ts'
import type { Review } from './review.ts'
import { deciderOf, holdOf } from './review.ts'

/** Why a guard does not hold: a sentence, and what is missing where something is. `forbidden` when it never will for this actor. */
export type Unmet = { code: 'refused' | 'forbidden'; message: string; missing: MissingLine[] }

type Guard = (review: Review, context: Context) => Unmet | null

/** The conditions of the table by name. Null when they hold. */
export const guards = {
  'can be answered': (review, context) =>
    lacking('Nobody can answer for this document yet', [
      ...missingAnswers(review, context).filter(({ code }) => code === 'approver.none'),
    ]),
  'final comment may start': (review, context) =>
    review.policy.finalCommentDays === 0
      ? plain('This policy has no final comment period')
      : lacking('The final comment period cannot start yet', missingForFinalComment(review, context)),
  'final comment may restart': (review, context) => {
    const next = { ...review, policy: review.nextPolicy ?? review.policy }
    return next.policy.finalCommentDays === 0
      ? plain('The edited policy has no final comment period: cancel the proposed decision instead')
      : lacking('The final comment period cannot restart yet', missingForFinalComment(next, context))
  },
  'nothing missing to accept': (review, context) =>
    decides(review, context) ?? lacking('It cannot be accepted yet', missing(review, 'accept', context)),
  'nothing missing to reject': (review, context) =>
    decides(review, context) ?? lacking('It cannot be rejected yet', missing(review, 'reject', context)),
  'nothing missing to postpone': (review, context) =>
    decides(review, context) ?? lacking('It cannot be postponed yet', missing(review, 'postpone', context)),
  'a decision is proposed': review => (review.proposed ? null : plain('No decision is proposed')),
  'on hold': review => (holdOf(review) ? null : plain('It is not on hold')),
  'not on hold': review => (holdOf(review) ? plain('It is on hold already') : null),
  'not numbered': review =>
    'outcome' in review.stage && review.stage.outcome.number === null
      ? null
      : plain('The record has a number already'),
  'policy escalates': review =>
    review.policy.escalates ? null : plain('The policy of this document is not open to escalation'),
  recused: (review, { actor }) => (review.recusals[actor] ? null : plain('You have not stepped aside')),
  away: (review, { actor }) => (review.absences[actor] ? null : plain('You are not marked as away')),
} as const satisfies Record<string, Guard>

export type GuardName = keyof typeof guards

/** Asks a guard; null when it holds or there is none. */
export function unmet(guard: GuardName | null, review: Review, context: Context): Unmet | null {
  if (guard === null) return null
  const ask: Guard = guards[guard]
  return ask(review, context)
}

/** Under `decider` only that person publishes the outcome; under every other policy the driver does. */
function decides(review: Review, { actor }: Context): Unmet | null {
  const publisher = review.policy.approvals === 'decider' ? deciderOf(review) : review.driver
  if (actor === publisher) return null
  const message =
    review.policy.approvals === 'decider'
      ? 'Under this policy the decider publishes the outcome'
      : 'Under this policy the driver publishes the outcome'
  return { code: 'forbidden', message, missing: [] }
}

function lacking(message: string, lines: MissingLine[]): Unmet | null {
  return lines.length > 0 ? { code: 'refused', message, missing: lines } : null
}

function plain(message: string): Unmet {
  return { code: 'refused', message, missing: [] }
}
