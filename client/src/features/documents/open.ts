import { createOpenings } from '../../ui/openings.ts'

/** The dialog that starts a document; it opens over any page. */
export const newDocument = createOpenings()
