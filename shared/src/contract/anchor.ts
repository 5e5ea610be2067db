import { z } from 'zod'

/**
 * A place in the text that survives edits, kept outside the document. Positions are Yjs relative positions
 * (binary, base64); the quote finds the place again when the positions no longer resolve.
 */
export const anchor = z.object({
  start: z.base64().max(400),
  end: z.base64().max(400),
  quote: z.object({
    exact: z.string().max(5000),
    prefix: z.string().max(200),
    suffix: z.string().max(200),
  }),
})
export type Anchor = z.infer<typeof anchor>
