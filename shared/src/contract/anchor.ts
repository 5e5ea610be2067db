import { z } from 'zod'
import { QUOTE_LIMIT } from './limits.ts'

/**
 * A place in the text that survives edits, kept outside the document. Positions are Yjs relative positions
 * (binary, base64); the quote finds the place again when the positions no longer resolve.
 */
export const anchor = z.object({
  /** The first and the last character of the passage, each held by what was written, not by its number. */
  start: z.base64().max(400),
  end: z.base64().max(400),
  /**
   * A Yjs state vector of when the anchor was made (the clients that wrote most of the text), base64. What it
   * covers stood there already as other text, so the passage can only be found again in what was written since.
   */
  since: z.base64().max(2000),
  quote: z.object({
    /** The passage itself, a line break where a block ends. */
    exact: z.string().max(QUOTE_LIMIT),
    prefix: z.string().max(200),
    suffix: z.string().max(200),
  }),
})
export type Anchor = z.infer<typeof anchor>
