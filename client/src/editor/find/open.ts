import { createOpenings } from '../../ui/openings.ts'

/** The row that finds and replaces in the text. */
export const find = createOpenings()
