import type { JSONContent } from '@tiptap/core'
import { stringify } from 'yaml'

/** Keeps what a file said about itself readable: as a block of YAML before the text, where there is anything to keep. */
export const withFrontMatter = (doc: JSONContent, fields: Readonly<Record<string, unknown>>): JSONContent => {
  if (Object.keys(fields).length === 0) return doc
  const block = {
    type: 'codeBlock',
    attrs: { language: 'yaml' },
    content: [{ type: 'text', text: stringify(fields, { lineWidth: 0 }).trimEnd() }],
  }
  return { ...doc, content: [block, ...(doc.content ?? [])] }
}
