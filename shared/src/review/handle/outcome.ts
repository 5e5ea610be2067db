import type { ActOf } from '../acts.ts'
import type { Context } from '../context.ts'
import { dissentOf } from '../dissent.ts'
import type { Outcome as Answer } from '../result.ts'
import { refuse, step } from '../result.ts'
import type { Review } from '../review.ts'
import type { Outcome } from '../stage.ts'
import { outcomeOf } from '../states.ts'
import type { Handlers } from './handler.ts'

type Ending = 'accept' | 'reject' | 'postpone'
type Later = 'mark implemented' | 'supersede' | 'deprecate' | 'assign number'

export const outcome: Handlers<Ending | Later> = {
  accept: publish,
  reject: publish,
  postpone: publish,

  'mark implemented': (review, _act, { now }) =>
    later(review, outcome =>
      step('decision.implemented', { ...review, stage: { state: 'implemented', outcome, since: now } }),
    ),

  supersede: (review, { by, split }, { now }) =>
    later(review, outcome => {
      const known = review.stage.state === 'superseded' ? review.stage.by : []
      if (known.some(({ spaceId, number }) => spaceId === by.spaceId && number === by.number)) {
        return refuse('conflict', 'This successor is linked already')
      }
      if (known.length > 0 && !split) {
        return refuse('conflict', 'It has a successor: a second one has to be declared a split')
      }
      return step('decision.superseded', {
        ...review,
        stage: { state: 'superseded', outcome, since: now, by: [...known, by] },
      })
    }),

  deprecate: (review, { reason }, { now }) =>
    later(review, outcome =>
      step('decision.deprecated', {
        ...review,
        stage: { state: 'deprecated', outcome, since: now, reason },
      }),
    ),

  'assign number': (review, { number }) =>
    'outcome' in review.stage
      ? step('decision.numbered', {
          ...review,
          stage: { ...review.stage, outcome: { ...review.stage.outcome, number } },
        })
      : refuse('conflict', 'There is no outcome to number'),
}

function publish(review: Review, act: ActOf<Ending>, { actor, now }: Context): Answer {
  const outcome: Outcome = {
    state: outcomeOf[act.type],
    by: actor,
    at: now,
    reason: act.reason,
    version: review.version,
    revisit: act.revisit,
    dissent: dissentOf(review),
    number: null,
  }
  return step('decision.published', {
    ...review,
    stage: { state: outcome.state, outcome, since: now },
  })
}

function later({ stage }: Review, then: (outcome: Outcome) => Answer): Answer {
  return 'outcome' in stage ? then(stage.outcome) : refuse('conflict', 'It has no outcome yet')
}
