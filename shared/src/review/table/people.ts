import { openStates, reviewedStates } from '../states.ts'
import type { Row } from './row.ts'

/** Acts that say who takes part. None of them moves the document. */
export const people: readonly Row[] = [
  {
    act: 'name approver',
    from: openStates,
    to: null,
    who: ['driver', 'author', 'owner'],
    guard: null,
    effect: 'their answer is counted',
  },
  {
    act: 'remove approver',
    from: openStates,
    to: null,
    who: ['driver', 'owner'],
    guard: null,
    effect: 'they are no longer counted; what they said, and a request for changes, stands',
  },
  {
    act: 'touch spaces',
    from: openStates,
    to: null,
    who: ['driver', 'author', 'owner'],
    guard: null,
    effect: 'owners of touched spaces become approvers by rule',
  },
  {
    act: 'set authors',
    from: openStates,
    to: null,
    who: ['driver', 'owner'],
    guard: null,
    effect: 'authors may edit and are not counted as approvers',
  },
  {
    act: 'set contributors',
    from: openStates,
    to: null,
    who: ['driver', 'author', 'owner'],
    guard: null,
    effect: 'they are asked for comments',
  },
  {
    act: 'set informed',
    from: openStates,
    to: null,
    who: ['driver', 'author', 'owner'],
    guard: null,
    effect: 'they are told of the outcome',
  },
  {
    act: 'name decider',
    from: ['draft'],
    to: null,
    who: ['driver', 'owner'],
    guard: null,
    effect: 'they overrule and, under some policies, decide',
  },
  {
    act: 'name decider',
    from: reviewedStates,
    to: null,
    who: ['owner'],
    guard: null,
    effect: 'they overrule and, under some policies, decide',
  },
  {
    act: 'hand over',
    from: openStates,
    to: null,
    who: ['driver', 'owner'],
    guard: null,
    effect: 'another author answers for getting it decided',
  },
]
