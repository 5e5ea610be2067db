import type { Context } from './context.ts'
import type { EventType } from './event-types.ts'
import { unmet } from './guards.ts'
import { adoptPolicy, backToReview, lifecycle } from './handle/lifecycle.ts'
import { blockingConcerns } from './missing-concerns.ts'
import { SYSTEM } from './people.ts'
import { calendarOf, pause, resume } from './period.ts'
import type { Step } from './result.ts'
import type { Review } from './review.ts'
import { holdOf } from './review.ts'

/**
 * What the rules do by themselves after an act, as steps of their own: a concern gives up or stops a final comment period,
 * a cleared one lets it go on, and a period starts as soon as the proposed decision may enter it. Nothing is decided here.
 */
export function settle(review: Review, context: Context): Step[] {
  const steps: Step[] = []
  for (const rule of [giveUp, stopOrGo, start]) {
    steps.push(...rule(steps.at(-1)?.review ?? review, context))
  }
  return steps.map(each => ({ ...each, actor: SYSTEM }))
}

function giveUp(review: Review, { now }: Context): Step[] {
  const { stage, policy, proposed } = review
  if (stage.state !== 'final comment' || policy.concernInFinalComment !== 'reset') return []
  if (!proposed || blockingConcerns(review, proposed.disposition).length === 0) return []
  const back = backToReview(review, now)
  return [{ event: 'period.reset', review: { ...review, stage: back } }, ...adoptPolicy(review, back)]
}

function stopOrGo(review: Review, context: Context): Step[] {
  const { stage, policy, proposed } = review
  if (stage.state !== 'final comment' || !proposed) return []
  const concerned = blockingConcerns(review, proposed.disposition).length > 0
  const still = holdOf(review) !== null || (policy.concernInFinalComment === 'pause' && concerned)
  const calendar = calendarOf(policy, context)
  const period = (still ? pause : resume)(stage.period, context.now, calendar)
  if (period === stage.period) return []
  const event: EventType = still ? 'period.paused' : 'period.resumed'
  return [{ event, review: { ...review, stage: { ...stage, period } } }]
}

function start(review: Review, context: Context): Step[] {
  if (review.stage.state !== 'in review' || unmet('final comment may start', review, context)) return []
  const outcome = lifecycle['start final comment'](review, { type: 'start final comment' }, context)
  return outcome.ok ? outcome.steps : []
}
