import type { JSONContent } from '@tiptap/core'
import { clamped } from '../attributeRanges.ts'
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
    return [
      isCell(node)
        ? {
            ...kept,
            attrs: {
              ...node.attrs,
              // Columns are written one by one, so a cell may not claim a billion of them.
              colspan: clamped('colspan', node.attrs?.['colspan']),
              rowspan: clamped('rowspan', node.attrs?.['rowspan']),
              colwidth: null,
            },
          }
        : kept,
    ]
  }
  return content.some(child => child.type === 'text') ? [{ type: 'paragraph', content }] : content
}

const isCell = (node: JSONContent): boolean => node.type === 'tableCell' || node.type === 'tableHeader'
