import type { ActType } from '../acts.ts'
import type { GuardName } from '../guards.ts'
import type { Role } from '../roles.ts'
import type { State } from '../states.ts'

/**
 * One row: who may do an act from which states, to which state it leads (null: it stays), what has to hold first, and what
 * it does. `never` names roles that exclude whoever else they are. The screen, the API and the tests read this table.
 */
export type Row = {
  act: ActType
  from: readonly State[]
  to: State | null
  who: readonly Role[]
  never?: readonly Role[]
  guard: GuardName | null
  effect: string
}

/** Those whose objection or advice is heard as such; everyone who can read may comment. */
export const heard = ['approver', 'contributor', 'owner', 'decider'] as const satisfies readonly Role[]
