import type { Policy } from './policy.ts'

const usual: Omit<Policy, 'name' | 'approvals'> = {
  maxOutstanding: null,
  finalCommentDays: 0,
  businessDays: false,
  concernInFinalComment: 'reset',
  staleness: 'section',
  blindFirstRound: true,
  quietDays: 0,
  answerAdvice: false,
  escalates: false,
  awayDays: 7,
  remindDaysBefore: [3, 1],
}

export const presetNames = ['light', 'standard', 'final comment', 'consent', 'advice'] as const
export type PresetName = (typeof presetNames)[number]

/** The policies a space can start from. `final comment` is run as rust-lang's rfcbot runs it. */
export const presets: Record<PresetName, Policy> = {
  light: {
    ...usual,
    name: 'light',
    approvals: 'decider',
    quietDays: 3,
    escalates: true,
    remindDaysBefore: [1],
  },
  standard: { ...usual, name: 'standard', approvals: 'all' },
  'final comment': {
    ...usual,
    name: 'final comment',
    approvals: 'majority',
    maxOutstanding: 2,
    finalCommentDays: 10,
  },
  consent: { ...usual, name: 'consent', approvals: 'consent', quietDays: 7 },
  advice: { ...usual, name: 'advice', approvals: 'decider', answerAdvice: true },
}
