import { common, createLowlight } from 'lowlight'

/** The highlighter with the languages of `languages.ts`; a chunk of its own, loaded when a document has code. */
export const lowlight = createLowlight(common)
