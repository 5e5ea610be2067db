import type { Context } from './context.ts'
import type { Review } from './review.ts'
import type { SeatCount } from './seats.ts'
import { countSeat, seatsOf } from './seats.ts'

/** The count of one moment. `counted` leaves out seats that are excluded or have abstained. */
export type Tally = {
  seats: SeatCount[]
  counted: number
  approved: number
  outstanding: SeatCount[]
  changes: SeatCount[]
}

/** Counts every seat. Pure: the same review, groups and owners always give the same tally. */
export function tally(review: Review, context: Pick<Context, 'groups' | 'owners'>): Tally {
  const seats = seatsOf(review).map(seat => countSeat(seat, review, context))
  const counted = seats.filter(({ answer }) => answer !== 'excluded' && answer !== 'abstained')
  return {
    seats,
    counted: counted.length,
    approved: seats.filter(({ answer }) => answer === 'approved').length,
    outstanding: seats.filter(({ answer }) => answer === 'none' || answer === 'stale' || answer === 'vacant'),
    changes: seats.filter(({ answer }) => answer === 'changes'),
  }
}

/** Approvals still needed by the policy; 0 when it has enough. Consent and decider count none. */
export function approvalsShort(review: Review, { counted, approved }: Tally): number {
  const { approvals } = review.policy
  if (approvals === 'consent' || approvals === 'decider') return 0
  const wanted =
    approvals === 'all'
      ? Math.max(1, counted)
      : approvals === 'majority'
        ? Math.floor(counted / 2) + 1
        : approvals.count
  return Math.max(0, wanted - approved)
}
