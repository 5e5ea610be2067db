import { refuse, step } from '../result.ts'
import type { Handlers } from './handler.ts'

export const advice: Handlers<'give advice' | 'answer advice'> = {
  'give advice': (review, { text }, { id, actor, now }) =>
    step('advice.given', {
      ...review,
      advice: { ...review.advice, [id]: { adviceId: id, from: actor, text, at: now, answer: null } },
    }),

  'answer advice': (review, { adviceId, text }, { actor, now }) => {
    const given = review.advice[adviceId]
    if (!given) return refuse('missing', 'There is no such advice')
    if (given.answer) return refuse('conflict', 'This advice has been answered')
    const answered = { ...given, answer: { by: actor, text, at: now } }
    return step('advice.answered', { ...review, advice: { ...review.advice, [adviceId]: answered } })
  },
}
