import type { JSONContent } from '@tiptap/core'
import { own } from './pieces.ts'
import { schema } from './schema.ts'

/** How many ProseMirror positions a node takes: one per UTF-16 unit of text, one for a leaf, two and its content for the rest. */
export const nodeSize = (node: JSONContent): number => {
  if (node.type === 'text') return node.text?.length ?? 0
  const isLeaf = own(schema.nodes, node.type)?.isLeaf ?? false
  return isLeaf ? 1 : (node.content ?? []).reduce((size, child) => size + nodeSize(child), 2)
}
