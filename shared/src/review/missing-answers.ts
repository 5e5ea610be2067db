import type { Verdict } from './answers.ts'
import type { Context } from './context.ts'
import type { MissingLine } from './missing-line.ts'
import { line } from './missing-line.ts'
import { owedBy, owedBySeat } from './owed.ts'
import type { Review } from './review.ts'
import { lastVerdict } from './seats.ts'
import { approvalsShort, tally } from './tally.ts'

/**
 * Requests for changes (objections, under consent) that still stand. They stand whoever holds a seat now: neither removing
 * the approver nor leaving the group takes one back, only an answer, a dismissal or stepping aside does.
 */
export function standingRequests(review: Review): Verdict[] {
  return Object.values(review.verdicts).filter(
    verdict =>
      verdict.kind === 'request changes' &&
      verdict.ended === null &&
      lastVerdict(review, verdict.personId)?.verdictId === verdict.verdictId &&
      !review.recusals[verdict.personId],
  )
}

/** What the policy still misses of the approvers' answers. */
export function missingAnswers(review: Review, context: Context): MissingLine[] {
  const { approvals, maxOutstanding } = review.policy
  if (approvals === 'decider') return []
  const code = approvals === 'consent' ? 'verdict.objection' : 'verdict.changes'
  const requests = standingRequests(review).map(({ verdictId, personId }) =>
    line(code, owedBy(review, [personId], context), { about: verdictId }),
  )
  const count = tally(review, context)
  const vacant = count.outstanding.filter(({ answer }) => answer === 'vacant')
  const waiting = count.outstanding.filter(({ answer }) => answer !== 'vacant')
  if (count.counted === 0) {
    return [...requests, line('approver.none', owedBy(review, [review.driver], context))]
  }
  const lines = vacant.map(seat =>
    line('seat.vacant', owedBySeat(review, seat, context), { about: seat.seat.seatId }),
  )
  const short = approvalsShort(review, count)
  const many = maxOutstanding === null ? 0 : Math.max(0, count.outstanding.length - maxOutstanding)
  if (approvals !== 'all' && short > 0) lines.push(line('approvals.short', [], { count: short }))
  if (many > 0) lines.push(line('outstanding.many', [], { count: many }))
  if (approvals === 'all' || short > 0 || many > 0) {
    for (const seat of waiting) {
      const stale = seat.answer === 'stale'
      lines.push(
        line(stale ? 'verdict.stale' : 'verdict.outstanding', owedBySeat(review, seat, context), {
          about: seat.seat.seatId,
        }),
      )
    }
  }
  return [...requests, ...lines]
}
