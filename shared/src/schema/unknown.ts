import type { JSONContent } from '@tiptap/core'
import { schema } from './schema.ts'

/**
 * The nodes and marks of a document that this schema does not know, because a newer one wrote it. An editor must not open such
 * a document for writing: its binding to the shared document deletes what it cannot show.
 */
export const unknownTypes = (doc: JSONContent): string[] => {
  const found = new Set<string>()
  const visit = (node: JSONContent): void => {
    if (!Object.hasOwn(schema.nodes, node.type ?? '')) found.add(node.type ?? '')
    for (const { type } of node.marks ?? []) if (!Object.hasOwn(schema.marks, type)) found.add(type)
    for (const child of node.content ?? []) visit(child)
  }
  visit(doc)
  return [...found].sort()
}
