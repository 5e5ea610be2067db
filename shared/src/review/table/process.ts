import { reviewedStates, states } from '../states.ts'
import type { Row } from './row.ts'

/** Acts on the process itself that leave the document in its state. */
export const process: readonly Row[] = [
  {
    act: 'propose decision',
    from: ['in review'],
    to: null,
    who: ['driver'],
    guard: null,
    effect: 'a final comment period starts as soon as it may',
  },
  {
    act: 'cancel proposed decision',
    from: ['in review'],
    to: null,
    who: ['driver'],
    guard: 'a decision is proposed',
    effect: 'no period starts by itself any more',
  },
  {
    act: 'hold',
    from: reviewedStates,
    to: null,
    who: ['driver', 'owner', 'decider'],
    guard: 'not on hold',
    effect: 'nothing is decided and a running period stands still',
  },
  {
    act: 'release hold',
    from: reviewedStates,
    to: null,
    who: ['driver', 'owner', 'decider'],
    guard: 'on hold',
    effect: 'a period goes on with what was left of it',
  },
  {
    act: 'assign number',
    from: ['accepted', 'rejected', 'postponed', 'implemented', 'superseded', 'deprecated'],
    to: null,
    who: ['system'],
    guard: 'not numbered',
    effect: 'the record gets its number',
  },
  {
    act: 'tick',
    from: states,
    to: null,
    who: ['system'],
    guard: null,
    effect: 'what is due by the clock happens',
  },
  {
    act: 'change policy',
    from: ['draft'],
    to: null,
    who: ['driver', 'owner'],
    guard: null,
    effect: 'the new rule holds',
  },
  {
    act: 'change policy',
    from: reviewedStates,
    to: null,
    who: ['owner'],
    guard: null,
    effect: 'the new rule holds; in a final comment period only from its restart',
  },
  {
    act: 'escalate',
    from: ['draft', 'in review'],
    to: null,
    who: ['anyone'],
    guard: 'policy escalates',
    effect: 'another preset takes the place of this one',
  },
]
