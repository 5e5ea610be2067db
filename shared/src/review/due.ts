import { DAY } from './calendar.ts'
import type { Context } from './context.ts'
import { quietUntil } from './missing.ts'
import type { Instant, PersonId } from './people.ts'
import { isOver } from './period.ts'
import { isAway } from './presence.ts'
import type { Review } from './review.ts'
import type { Revisit } from './stage.ts'
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
  return unsent(review, endsAt).filter(days => context.now >= endsAt - days * DAY)
}

/**
 * The next instant at which `tick` has something to do for this review, as far as it can be known now; null for never. The
 * server keeps it beside the document and sweeps what is due. One in the past is due at once.
 */
export function nextDue(review: Review, context: Context): Instant | null {
  const { stage } = review
  const period = stage.state === 'final comment' && !stage.period.noticed ? stage.period : null
  const times = [
    ...Object.values(review.proposals).flatMap(proposal => openRound(proposal)?.endsAt ?? []),
    ...(period && 'endsAt' in period ? [period.endsAt] : []),
    ...reminderTimes(review, context),
  ]
  return times.length > 0 ? Math.min(...times) : null
}

/** A reminder whose time has come waits for somebody to remind: while there is nobody it is not due. */
function reminderTimes(review: Review, context: Context): Instant[] {
  const endsAt = answersUntil(review, context)
  if (endsAt === null || context.now >= endsAt) return []
  const somebody = undecided(review, context).length > 0
  return unsent(review, endsAt)
    .map(days => endsAt - days * DAY)
    .filter(time => somebody || time > context.now)
}

/** A period shorter than the days before its end begins without that reminder. */
function unsent({ policy, reminded, stage }: Review, endsAt: Instant): number[] {
  const since = 'since' in stage ? stage.since : 0
  const sent = reminded?.endsAt === endsAt ? reminded.days : []
  return policy.remindDaysBefore.filter(days => !sent.includes(days) && endsAt - days * DAY > since)
}

/** True when a decision is due to be looked at again, on a day given as `2027-01-31`. A trigger in words never is by itself. */
export function revisitDue(revisit: Revisit, today: string): boolean {
  return 'on' in revisit && revisit.on <= today
}

/** True when a period has run out and nobody has been told. */
export function periodEnded({ stage }: Review, now: Instant): boolean {
  return stage.state === 'final comment' && isOver(stage.period, now) && !stage.period.noticed
}
