import type { JSONContent } from '@tiptap/core'
import { sameMarks, sortMarks } from './markdown/marks.ts'
import { own } from './pieces.ts'
import { schema } from './schema.ts'

/**
 * The one form of a document's JSON: every attribute of the schema spelled out and no other, marks in the schema's order, texts
 * with equal marks joined, nothing empty. It equals what ProseMirror gives for the document. Marks on anything but text are
 * dropped, for shared documents cannot hold them. Nodes the schema does not know, from a newer one, stay as they are.
 */
export const canonical = (node: JSONContent): JSONContent => {
  const type = own(schema.nodes, node.type)
  const content = joinTexts((node.content ?? []).map(canonical))
  const attrs = type ? fill(type.spec.attrs ?? {}, node.attrs) : node.attrs
  const marks = node.type === 'text' ? marksOf(node) : []
  return {
    type: node.type ?? 'paragraph',
    ...(attrs && Object.keys(attrs).length > 0 ? { attrs } : {}),
    ...(content.length > 0 && !type?.isLeaf ? { content } : {}),
    ...(marks.length > 0 ? { marks } : {}),
    ...(node.type === 'text' ? { text: node.text ?? '' } : {}),
  }
}

type Defaults = Readonly<Record<string, { default?: unknown }>>

const fill = (defaults: Defaults, attrs: JSONContent['attrs']): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(defaults).map(([name, spec]) => [name, own(attrs ?? {}, name) ?? spec.default ?? null]),
  )

const marksOf = (node: JSONContent): NonNullable<JSONContent['marks']> =>
  sortMarks(node.marks ?? [])
    .filter(mark => Object.hasOwn(schema.marks, mark.type))
    .map(({ type, attrs }) => {
      const filled = fill(own(schema.marks, type)?.spec.attrs ?? {}, attrs)
      return Object.keys(filled).length > 0 ? { type, attrs: filled } : { type }
    })

const joinTexts = (nodes: readonly JSONContent[]): JSONContent[] => {
  const joined: JSONContent[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    if (node.type === 'text' && !node.text) continue
    if (node.type === 'text' && last?.type === 'text' && sameMarks(last.marks, node.marks))
      joined[joined.length - 1] = { ...last, text: (last.text ?? '') + (node.text ?? '') }
    else joined.push(node)
  }
  return joined
}
