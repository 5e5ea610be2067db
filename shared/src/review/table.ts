import type { ActType } from './acts.ts'
import type { State } from './states.ts'
import { answers } from './table/answers.ts'
import { discussion } from './table/discussion.ts'
import { people } from './table/people.ts'
import { process } from './table/process.ts'
import type { Row } from './table/row.ts'
import { transitions } from './table/transitions.ts'

/** Every row; an act with several has different rights or effects in different states. */
export const table: readonly Row[] = [...transitions, ...process, ...people, ...answers, ...discussion]

/** The rows that allow an act in a state, whoever asks. */
export function rowsFor(act: ActType, state: State): Row[] {
  return table.filter(row => row.act === act && row.from.includes(state))
}
