import { calendarOf, startPeriod } from '../period.ts'
import type { Step } from '../result.ts'
import { refuse, step } from '../result.ts'
import type { Review } from '../review.ts'
import type { Stage } from '../stage.ts'
import type { Handlers } from './handler.ts'
import { mark } from './handler.ts'

type Lifecycle =
  | 'open review'
  | 'propose decision'
  | 'cancel proposed decision'
  | 'start final comment'
  | 'restart final comment'
  | 'withdraw document'
  | 'hold'
  | 'release hold'

export const lifecycle: Handlers<Lifecycle> = {
  'open review': (review, _act, { now }) =>
    step('review.opened', {
      ...review,
      stage: { state: 'in review', since: now, hold: null },
      openedAt: now,
    }),

  'propose decision': (review, { disposition }, { actor, now }) =>
    review.proposed?.disposition === disposition
      ? refuse('conflict', 'This decision is proposed already')
      : step('decision.proposed', { ...review, proposed: { disposition, by: actor, at: now } }),

  'cancel proposed decision': (review, _act, { now }) => {
    const cancelled = { ...review, proposed: null }
    if (review.stage.state !== 'final comment') return step('decision.proposal.cancelled', cancelled)
    return {
      ok: true,
      steps: [
        { event: 'decision.proposal.cancelled', review: { ...cancelled, stage: backToReview(review, now) } },
        ...adoptPolicy(cancelled, backToReview(review, now)),
      ],
    }
  },

  'start final comment': (review, _act, context) => {
    const { policy, stage } = review
    const period = startPeriod(context.now, policy.finalCommentDays, calendarOf(policy, context))
    const hold = 'hold' in stage ? stage.hold : null
    return step('period.started', {
      ...review,
      stage: { state: 'final comment', since: context.now, hold, period },
    })
  },

  'restart final comment': (review, _act, context) => {
    const adopted = adoptPolicy(review, review.stage)
    const current = adopted.at(-1)?.review ?? review
    const period = startPeriod(
      context.now,
      current.policy.finalCommentDays,
      calendarOf(current.policy, context),
    )
    const stage: Stage = { state: 'final comment', since: context.now, hold: null, period }
    return { ok: true, steps: [...adopted, { event: 'period.restarted', review: { ...current, stage } }] }
  },

  'withdraw document': (review, { reason }, context) =>
    step('document.withdrawn', { ...review, stage: { state: 'withdrawn', mark: mark(context, reason) } }),

  hold: (review, { reason }, context) => setHold(review, mark(context, reason), 'hold.placed'),

  'release hold': review => setHold(review, null, 'hold.released'),
}

/** Review again after a final comment period was given up, a hold kept. */
export function backToReview({ stage }: Review, now: number): Stage {
  return { state: 'in review', since: now, hold: 'hold' in stage ? stage.hold : null }
}

/** The step by which a policy edited during a period takes effect; none when there is no such policy. */
export function adoptPolicy(review: Review, stage: Stage): Step[] {
  if (!review.nextPolicy) return []
  return [
    { event: 'policy.changed', review: { ...review, stage, policy: review.nextPolicy, nextPolicy: null } },
  ]
}

function setHold(
  review: Review,
  hold: ReturnType<typeof mark> | null,
  event: 'hold.placed' | 'hold.released',
) {
  return 'hold' in review.stage
    ? step(event, { ...review, stage: { ...review.stage, hold } })
    : refuse('conflict', 'Only a document in review can be held')
}
