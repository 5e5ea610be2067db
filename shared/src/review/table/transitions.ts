import type { State } from '../states.ts'
import { openStates, reviewedStates } from '../states.ts'
import type { Row } from './row.ts'
import { heard } from './row.ts'

const decided = ['accepted', 'implemented'] as const satisfies readonly State[]

/** The acts that move a document from one state to another. */
export const transitions: readonly Row[] = [
  {
    act: 'open review',
    from: ['draft'],
    to: 'in review',
    who: ['driver'],
    guard: 'can be answered',
    effect: 'approvers are asked',
  },
  {
    act: 'start final comment',
    from: ['in review'],
    to: 'final comment',
    who: ['system'],
    guard: 'final comment may start',
    effect: 'a full period begins',
  },
  {
    act: 'restart final comment',
    from: ['final comment'],
    to: 'final comment',
    who: ['driver', 'owner'],
    guard: 'final comment may restart',
    effect: 'a full period begins anew, under an edited policy if there is one',
  },
  {
    act: 'cancel proposed decision',
    from: ['final comment'],
    to: 'in review',
    who: ['driver'],
    guard: null,
    effect: 'the period is given up; verdicts and concerns stay',
  },
  {
    act: 'raise concern',
    from: ['final comment'],
    to: 'in review',
    who: heard,
    guard: null,
    effect: 'where the policy resets, the period is given up; else it pauses or runs on',
  },
  {
    act: 'accept',
    from: reviewedStates,
    to: 'accepted',
    who: ['driver', 'decider'],
    guard: 'nothing missing to accept',
    effect: 'the outcome is published with its dissent',
  },
  {
    act: 'reject',
    from: reviewedStates,
    to: 'rejected',
    who: ['driver', 'decider'],
    guard: 'nothing missing to reject',
    effect: 'the outcome is published and kept in the log',
  },
  {
    act: 'postpone',
    from: reviewedStates,
    to: 'postponed',
    who: ['driver', 'decider'],
    guard: 'nothing missing to postpone',
    effect: 'the outcome is published with when to revisit it',
  },
  {
    act: 'withdraw document',
    from: openStates,
    to: 'withdrawn',
    who: ['driver'],
    guard: null,
    effect: 'it stays in the log as withdrawn',
  },
  {
    act: 'mark implemented',
    from: ['accepted'],
    to: 'implemented',
    who: ['driver', 'owner'],
    guard: null,
    effect: 'the decision is marked as carried out',
  },
  {
    act: 'supersede',
    from: [...decided, 'deprecated'],
    to: 'superseded',
    who: ['system'],
    guard: null,
    effect: 'the successor is linked and shown first',
  },
  {
    act: 'supersede',
    from: ['superseded'],
    to: 'superseded',
    who: ['system'],
    guard: null,
    effect: 'where a split is declared, another successor is linked',
  },
  {
    act: 'deprecate',
    from: decided,
    to: 'deprecated',
    who: ['decider', 'owner'],
    guard: null,
    effect: 'the decision no longer holds; nothing takes its place',
  },
]
