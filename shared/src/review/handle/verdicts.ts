import type { Verdict } from '../answers.ts'
import type { Context } from '../context.ts'
import { ownersOf } from '../context.ts'
import type { PersonId } from '../people.ts'
import { speaksFor } from '../presence.ts'
import type { Refusal } from '../result.ts'
import { refuse, step } from '../result.ts'
import type { Review } from '../review.ts'
import { eligible, lastVerdict, seatsOf } from '../seats.ts'
import { hashesAt } from '../staleness.ts'
import type { Handlers } from './handler.ts'
import { mark } from './handler.ts'

type Verdicts = 'give verdict' | 'withdraw verdict' | 'dismiss verdict' | 'recuse' | 'rejoin'

export const verdicts: Handlers<Verdicts> = {
  'give verdict': (review, act, context) => {
    const personId = act.for ?? context.actor
    const refusal = mayAnswer(review, personId, context)
    if (refusal) return refusal
    if (act.verdict === 'request changes' && act.reason === '') {
      return refuse('invalid', 'A request for changes needs a reason')
    }
    if (act.version > review.version) return refuse('conflict', 'That version does not exist')
    const verdict: Verdict = {
      verdictId: context.id,
      revision: review.revision + 1,
      personId,
      givenBy: context.actor,
      kind: act.verdict,
      reason: act.reason,
      version: act.version,
      hashes: hashesAt(review, act.version),
      domains: [review.spaceId, ...review.touches].filter(spaceId =>
        ownersOf(spaceId, context).includes(personId),
      ),
      at: context.now,
      ended: null,
    }
    const last = lastVerdict(review, personId)
    const replaced = last?.ended === null ? { [last.verdictId]: end(last, 'replaced', context) } : {}
    return step('verdict.given', {
      ...review,
      verdicts: { ...review.verdicts, ...replaced, [verdict.verdictId]: verdict },
    })
  },

  'withdraw verdict': (review, act, context) => {
    const personId = act.for ?? context.actor
    const refusal = mayAnswer(review, personId, context)
    if (refusal) return refusal
    const last = lastVerdict(review, personId)
    if (!last || last.ended) return refuse('conflict', 'There is no verdict to take back')
    return step('verdict.withdrawn', withVerdict(review, end(last, 'withdrawn', context, act.reason)))
  },

  'dismiss verdict': (review, { verdictId, reason }, context) => {
    const verdict = review.verdicts[verdictId]
    if (!verdict) return refuse('missing', 'There is no such verdict')
    if (verdict.kind !== 'request changes') {
      return refuse('refused', 'Only a request for changes can be dismissed')
    }
    if (verdict.ended) return refuse('conflict', 'This request no longer stands')
    return step('verdict.dismissed', withVerdict(review, end(verdict, 'dismissed', context, reason)))
  },

  recuse: (review, { reason }, context) =>
    step('approver.recused', {
      ...review,
      recusals: { ...review.recusals, [context.actor]: mark(context, reason) },
    }),

  rejoin: (review, _act, { actor }) => {
    const { [actor]: _gone, ...recusals } = review.recusals
    return step('approver.rejoined', { ...review, recusals })
  },
}

function mayAnswer(review: Review, personId: PersonId, context: Context): Refusal | null {
  if (!speaksFor(review, context.actor, personId, context.now)) {
    return refuse('forbidden', 'No delegation lets you answer for this person')
  }
  const asked = seatsOf(review).some(seat => eligible(seat, review, context).includes(personId))
  return asked ? null : refuse('forbidden', 'This person is not asked for a verdict')
}

function withVerdict(review: Review, verdict: Verdict): Review {
  return { ...review, verdicts: { ...review.verdicts, [verdict.verdictId]: verdict } }
}

function end(
  verdict: Verdict,
  how: 'replaced' | 'withdrawn' | 'dismissed',
  context: Context,
  reason = '',
): Verdict {
  return { ...verdict, ended: { ...mark(context, reason), how } }
}
