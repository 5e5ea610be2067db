/** Every state a document can be in. `hold` is a flag beside `in review` and `final comment`, not a state. */
export const states = [
  'draft',
  'in review',
  'final comment',
  'accepted',
  'rejected',
  'postponed',
  'withdrawn',
  'implemented',
  'superseded',
  'deprecated',
] as const

export type State = (typeof states)[number]

/** States in which the outcome is still to come. */
export const openStates = ['draft', 'in review', 'final comment'] as const satisfies readonly State[]

/** States in which approvers are asked: verdicts count, periods run, a hold is possible. */
export const reviewedStates = ['in review', 'final comment'] as const satisfies readonly State[]

/** States a published outcome can begin with. */
export const outcomes = ['accepted', 'rejected', 'postponed'] as const satisfies readonly State[]
export type OutcomeState = (typeof outcomes)[number]

/** What the driver proposes to decide, before it is decided. */
export const dispositions = ['accept', 'reject', 'postpone'] as const
export type Disposition = (typeof dispositions)[number]

export const outcomeOf = {
  accept: 'accepted',
  reject: 'rejected',
  postpone: 'postponed',
} as const satisfies Record<Disposition, OutcomeState>

/** True while verdicts are asked for. */
export function isReviewed(state: State): state is (typeof reviewedStates)[number] {
  return state === 'in review' || state === 'final comment'
}
