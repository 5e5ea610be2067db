import type { ActType } from './acts.ts'
import { advice } from './handle/advice.ts'
import { concerns } from './handle/concerns.ts'
import { edits } from './handle/edits.ts'
import type { Handlers } from './handle/handler.ts'
import { lifecycle } from './handle/lifecycle.ts'
import { outcome } from './handle/outcome.ts'
import { people } from './handle/people.ts'
import { policy } from './handle/policy.ts'
import { presence } from './handle/presence.ts'
import { proposals } from './handle/proposals.ts'
import { tick } from './handle/tick.ts'
import { verdicts } from './handle/verdicts.ts'

/** What each act does, by its type. */
export const handlers: Handlers<ActType> = {
  ...lifecycle,
  ...outcome,
  ...people,
  ...policy,
  ...verdicts,
  ...presence,
  ...edits,
  ...concerns,
  ...proposals,
  ...advice,
  ...tick,
}
