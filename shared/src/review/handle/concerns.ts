import type { Concern } from '../concerns.ts'
import { isConcernOpen, isUnderstood } from '../concerns.ts'
import type { EventType } from '../event-types.ts'
import type { Outcome } from '../result.ts'
import { refuse, step } from '../result.ts'
import type { Review } from '../review.ts'
import type { Handlers } from './handler.ts'
import { mark } from './handler.ts'

type Concerns =
  | 'raise concern'
  | 'restate concern'
  | 'answer restatement'
  | 'propose resolution'
  | 'answer resolution'
  | 'overrule concern'
  | 'second overruling'
  | 'withdraw concern'

export const concerns: Handlers<Concerns> = {
  'raise concern': (review, { title, reason, anchor }, { id, actor, now }) => {
    const concern: Concern = {
      concernId: id,
      title,
      reason,
      anchor,
      raiser: actor,
      raisedAt: now,
      against: review.proposed?.disposition ?? null,
      restatements: [],
      resolutions: [],
      overrulings: [],
      withdrawn: null,
    }
    return step('concern.raised', { ...review, concerns: { ...review.concerns, [id]: concern } })
  },

  'restate concern': (review, { concernId, text }, { actor, now }) =>
    move(review, concernId, 'concern.restated', concern => ({
      ...concern,
      restatements: [...concern.restatements, { by: actor, at: now, text, answer: null }],
    })),

  'answer restatement': (review, { concernId, confirmed, reason }, context) =>
    move(review, concernId, 'restatement.answered', concern => {
      const last = concern.restatements.at(-1)
      if (!last || last.answer) return refuse('conflict', 'No restatement waits for an answer')
      if (last.by === context.actor) return refuse('forbidden', 'You wrote this restatement')
      if (!confirmed && reason === '') return refuse('invalid', 'Say what the concern is instead')
      const answered = { ...last, answer: { ...mark(context, reason), confirmed } }
      return { ...concern, restatements: [...concern.restatements.slice(0, -1), answered] }
    }),

  'propose resolution': (review, { concernId, summary, change, rationale }, { actor, now }) =>
    move(review, concernId, 'resolution.proposed', concern => {
      if (!isUnderstood(concern)) {
        return refuse('refused', 'Restate the concern first, until its raiser says that is it')
      }
      const resolution = { by: actor, at: now, summary, change, rationale, answer: null }
      return { ...concern, resolutions: [...concern.resolutions, resolution] }
    }),

  'answer resolution': (review, { concernId, confirmed, reason }, context) =>
    move(review, concernId, 'resolution.answered', concern => {
      const last = concern.resolutions.at(-1)
      if (!last || last.answer) return refuse('conflict', 'No resolution waits for an answer')
      if (last.by === context.actor) return refuse('forbidden', 'You proposed this resolution')
      if (!confirmed && reason === '') return refuse('invalid', 'Say what the resolution leaves open')
      const answered = { ...last, answer: { ...mark(context, reason), confirmed } }
      return { ...concern, resolutions: [...concern.resolutions.slice(0, -1), answered] }
    }),

  'overrule concern': (review, { concernId, reason }, { actor, now }) =>
    move(review, concernId, 'overruling.proposed', concern => {
      if (concern.restatements.length === 0) {
        return refuse('refused', 'Restate the concern before overruling it')
      }
      if (concern.overrulings.length > 0) return refuse('conflict', 'The overruling waits for its second')
      return { ...concern, overrulings: [{ by: actor, at: now, reason, second: null }] }
    }),

  'second overruling': (review, { concernId, reason }, context) =>
    move(review, concernId, 'overruling.seconded', concern => {
      const last = concern.overrulings.at(-1)
      if (!last) return refuse('conflict', 'Nobody has overruled this concern')
      return { ...concern, overrulings: [{ ...last, second: mark(context, reason) }] }
    }),

  'withdraw concern': (review, { concernId, reason }, context) =>
    move(review, concernId, 'concern.withdrawn', concern => ({
      ...concern,
      withdrawn: mark(context, reason),
    })),
}

function move(
  review: Review,
  concernId: string,
  event: EventType,
  next: (concern: Concern) => Concern | Extract<Outcome, { ok: false }>,
): Outcome {
  const concern = review.concerns[concernId]
  if (!concern) return refuse('missing', 'There is no such concern')
  if (!isConcernOpen(concern)) return refuse('conflict', 'This concern is closed')
  const moved = next(concern)
  if ('ok' in moved) return moved
  return step(event, { ...review, concerns: { ...review.concerns, [concernId]: moved } })
}
