import type { JSONContent } from '@tiptap/core'
import { plainText } from './plainText.ts'

/** How many words a document has: runs without white space that hold a letter or a digit. */
export const wordCount = (doc: JSONContent): number =>
  plainText(doc)
    .split(/\s+/)
    .filter(word => /[\p{L}\p{N}]/u.test(word)).length
