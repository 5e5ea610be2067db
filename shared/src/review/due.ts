import { DAY } from './calendar.ts'
import type { Context } from './context.ts'
import { quietUntil } from './missing.ts'
import type { Instant, PersonId } from './people.ts'
import { isOver } from './period.ts'
import { isAway } from './presence.ts'
import type { Review } from './review.ts'
import { openRound } from './stances.ts'
import { isReviewed } from './states.ts'
import { tally } from './tally.ts'

/** When the time to answer runs out: the end of a running final comment period, or the deadline of a consent. */
export function answersUntil(review: Review, context: Context): Instant | null {
  const { stage, policy } = review
  if (stage.state === 'final comment') return 'endsAt' in stage.period ? stage.period.endsAt : null
  return stage.state === 'in review' && policy.approvals === 'consent' ? quietUntil(review, context) : null
}

/** People who owe an answer and are here to give it. Only they are reminded. */
export function undecided(review: Review, context: Context): PersonId[] {
  if (!isReviewed(review.stage.state)) return []
  const owing = tally(review, context).outstanding.flatMap(({ owes }) => owes)
  return [...new Set(owing)].filter(personId => !isAway(review, personId, context.now))
}

/** The reminders, as days before the end, whose time has come and that were not sent for this end. */
export function remindersDue(review: Review, context: Context): number[] {
  const endsAt = answersUntil(review, context)
  if (endsAt === null || context.now >= endsAt) return []
  const sent = review.reminded?.endsAt === endsAt ? review.reminded.days : []
  return review.policy.remindDaysBefore.filter(
    days => context.now >= endsAt - days * DAY && !sent.includes(days),
  )
}

/**
 * The next instant at which `tick` has something to do for this review, as far as it can be known now; null for never. The
 * server keeps it beside the document and sweeps what is due.
 */
export function nextDue(review: Review, context: Context): Instant | null {
  const { stage } = review
  const endsAt = answersUntil(review, context)
  const sent = endsAt !== null && review.reminded?.endsAt === endsAt ? review.reminded.days : []
  const times = [
    ...Object.values(review.proposals).flatMap(proposal => openRound(proposal)?.endsAt ?? []),
    ...(stage.state === 'final comment' && !stage.period.noticed && 'endsAt' in stage.period
      ? [stage.period.endsAt]
      : []),
    ...(endsAt === null || context.now >= endsAt
      ? []
      : review.policy.remindDaysBefore.filter(days => !sent.includes(days)).map(days => endsAt - days * DAY)),
  ]
  return times.length > 0 ? Math.min(...times) : null
}

/** True when a period has run out and nobody has been told. */
export function periodEnded({ stage }: Review, now: Instant): boolean {
  return stage.state === 'final comment' && isOver(stage.period, now) && !stage.period.noticed
}
