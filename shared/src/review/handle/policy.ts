import { presets } from '../presets.ts'
import { refuse, step } from '../result.ts'
import type { Handlers } from './handler.ts'

export const policy: Handlers<'change policy' | 'escalate'> = {
  'change policy': (review, { policy }) =>
    review.stage.state === 'final comment'
      ? step('policy.change.scheduled', { ...review, nextPolicy: policy })
      : step('policy.changed', { ...review, policy }),

  escalate: (review, { preset }) =>
    presets[preset].escalates
      ? refuse('invalid', 'Escalate to another preset than this one')
      : step('policy.escalated', { ...review, policy: presets[preset] }),
}
