import type { Context } from './context.ts'
import { missingAnswers } from './missing-answers.ts'
import { missingConcerns } from './missing-concerns.ts'
import type { MissingLine } from './missing-line.ts'
import { line } from './missing-line.ts'
import { owedBy } from './owed.ts'
import type { Instant } from './people.ts'
import { calendarOf, isOver } from './period.ts'
import type { Review } from './review.ts'
import { deciderOf, holdOf } from './review.ts'
import { counts } from './staleness.ts'
import type { Proposal } from './stances.ts'
import { openRound, silent } from './stances.ts'
import type { Disposition } from './states.ts'

/**
 * What is still missing before an outcome may be published, each line with who owes it; empty when nothing is. The same
 * list is shown on the page, returned with a refusal and asked by the guards.
 */
export function missing(review: Review, disposition: Disposition, context: Context): MissingLine[] {
  return [
    ...missingHold(review, context),
    ...(disposition === 'accept' ? missingForAcceptance(review, context) : []),
    ...missingConcerns(review, disposition, context),
    ...missingPeriod(review, disposition, context),
  ]
}

/** What is still missing before a final comment period may start for the decision that is proposed. */
export function missingForFinalComment(review: Review, context: Context): MissingLine[] {
  const driver = owedBy(review, [review.driver], context)
  if (!review.proposed) return [line('decision.unproposed', driver)]
  const { disposition } = review.proposed
  return [
    ...missingHold(review, context),
    ...(disposition === 'accept' ? missingAnswers(review, context) : []),
    ...missingConcerns(review, disposition, context),
  ]
}

/** When the waiting time of the policy ends, counted from the opening or the last counted edit; null when it has none. */
export function quietUntil(review: Review, context: Context): Instant | null {
  const { policy, openedAt } = review
  if (policy.quietDays === 0 || openedAt === null) return null
  const edits =
    policy.staleness === 'none'
      ? []
      : Object.values(review.edits)
          .filter(counts)
          .map(({ at }) => at)
  return calendarOf(policy, context).after(Math.max(openedAt, ...edits), policy.quietDays)
}

function missingHold(review: Review, context: Context): MissingLine[] {
  const hold = holdOf(review)
  return hold ? [line('hold', owedBy(review, [...new Set([hold.by, review.driver])], context))] : []
}

function missingForAcceptance(review: Review, context: Context): MissingLine[] {
  const quiet = quietUntil(review, context)
  return [
    ...missingAnswers(review, context),
    ...(quiet !== null && context.now < quiet ? [line('quiet.running', [], { at: quiet })] : []),
    ...Object.values(review.proposals).flatMap(proposal => missingOutcome(review, proposal, context)),
    ...missingAdvice(review, context),
  ]
}

function missingOutcome(review: Review, proposal: Proposal, context: Context): MissingLine[] {
  if (proposal.outcome) return []
  const about = { about: proposal.proposalId }
  const round = openRound(proposal)
  const late = silent(proposal)
  if (round && late.length > 0 && context.now < round.endsAt) {
    return [line('round.open', owedBy(review, late, context), { ...about, at: round.endsAt })]
  }
  return [line('proposal.undecided', owedBy(review, [proposal.decider], context), about)]
}

function missingAdvice(review: Review, context: Context): MissingLine[] {
  if (!review.policy.answerAdvice) return []
  return Object.values(review.advice)
    .filter(({ answer }) => answer === null)
    .map(({ adviceId }) =>
      line('advice.unanswered', owedBy(review, [deciderOf(review)], context), { about: adviceId }),
    )
}

function missingPeriod(review: Review, disposition: Disposition, context: Context): MissingLine[] {
  const { policy, stage, proposed } = review
  if (policy.finalCommentDays === 0 && stage.state !== 'final comment') return []
  const driver = owedBy(review, [review.driver], context)
  if (!proposed) return [line('decision.unproposed', driver)]
  if (proposed.disposition !== disposition) return [line('period.other', driver)]
  if (stage.state !== 'final comment') return [line('period.waiting', [])]
  if (isOver(stage.period, context.now)) return []
  return 'endsAt' in stage.period
    ? [line('period.running', [], { at: stage.period.endsAt })]
    : [line('period.paused', [])]
}
