import type { JSONContent } from '@tiptap/core'
import { schema } from '../schema.ts'

/** The document without nodes of a newer schema; what they hold stays, text in paragraphs. */
export const onlyKnown = (doc: JSONContent): JSONContent => ({
  ...doc,
  content: (doc.content ?? []).flatMap(known),
})

const known = (node: JSONContent): JSONContent[] => {
  const content = (node.content ?? []).flatMap(known)
  if (node.type !== undefined && Object.hasOwn(schema.nodes, node.type)) {
    const kept = node.content ? { ...node, content } : node
    return [kept]
  }
  return content.some(child => child.type === 'text') ? [{ type: 'paragraph', content }] : content
}
