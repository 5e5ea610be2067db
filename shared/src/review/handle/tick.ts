import type { Context } from '../context.ts'
import { answersUntil, periodEnded, remindersDue, undecided } from '../due.ts'
import type { Step } from '../result.ts'
import type { Review } from '../review.ts'
import { openRound } from '../stances.ts'
import type { Handlers } from './handler.ts'
import { closeRound } from './proposals.ts'

/** What the clock brings: rounds that end, reminders, the notice that a period has ended. It decides nothing. */
export const tick: Handlers<'tick'> = {
  tick: (review, _act, context) => {
    const steps: Step[] = []
    for (const happen of [endRounds, remind, noticeEnd]) {
      steps.push(...happen(steps.at(-1)?.review ?? review, context))
    }
    return { ok: true, steps }
  },
}

/** Also after the document is decided: what a blind round hides stays hidden until its time is up, and no longer. */
function endRounds(review: Review, { now }: Context): Step[] {
  const steps: Step[] = []
  for (const proposal of Object.values(review.proposals)) {
    const round = openRound(proposal)
    if (!round || now < round.endsAt) continue
    const current = steps.at(-1)?.review ?? review
    const proposals = { ...current.proposals, [proposal.proposalId]: closeRound(proposal, round.endsAt) }
    steps.push({ event: 'round.closed', review: { ...current, proposals } })
  }
  return steps
}

/** One reminder however many are due: a server that was down for a week does not write three at once. */
function remind(review: Review, context: Context): Step[] {
  const days = remindersDue(review, context)
  const endsAt = answersUntil(review, context)
  if (days.length === 0 || endsAt === null) return []
  const sent = review.reminded?.endsAt === endsAt ? review.reminded.days : []
  const next = { ...review, reminded: { endsAt, days: [...sent, ...days] } }
  return undecided(review, context).length > 0 ? [{ event: 'reminder.sent', review: next }] : []
}

function noticeEnd(review: Review, { now }: Context): Step[] {
  if (review.stage.state !== 'final comment' || !periodEnded(review, now)) return []
  const stage = { ...review.stage, period: { ...review.stage.period, noticed: true } }
  return [{ event: 'period.ended', review: { ...review, stage } }]
}
