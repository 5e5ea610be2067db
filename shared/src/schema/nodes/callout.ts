import { type JSONContent, mergeAttributes, Node } from '@tiptap/core'
import { orParagraph, quoted } from '../markdown/layout.ts'
import type { BlockRule, Reader, Syntax } from '../markdown/rules.ts'

export const calloutKinds = ['note', 'tip', 'important', 'warning', 'caution'] as const

/** A box that stands out from the text: a note, tip, warning and so on. In Markdown it is GitHub's alert, `> [!NOTE]`. */
export const Callout = Node.create({
  name: 'callout',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes: () => ({
    kind: {
      default: 'note',
      parseHTML: element => element.getAttribute('data-callout') ?? 'note',
      renderHTML: attributes => ({ 'data-callout': attributes['kind'] }),
    },
  }),
  parseHTML: () => [{ tag: 'aside[data-callout]' }],
  renderHTML: ({ HTMLAttributes }) => ['aside', mergeAttributes(HTMLAttributes), 0],
})

/** Gives a callout when a quote opens with `[!KIND]` on a line of its own. */
export const readCallout = (quote: Syntax, reader: Reader): JSONContent | null => {
  const [first, ...rest] = quote.children.filter(child => child.name !== 'QuoteMark')
  if (first?.name !== 'Paragraph') return null
  const [opening = ''] = reader.source(first.from, first.to, first).split('\n', 1)
  const kind = /^\[!([A-Z]+)\][ \t]*$/i.exec(opening)?.[1]?.toLowerCase()
  if (!kind || !calloutKinds.some(known => known === kind)) return null
  const text = { ...first, name: 'Paragraph', from: first.from + opening.length }
  const content = reader.blocks({ ...quote, children: [text, ...rest] })
  return { type: 'callout', attrs: { kind }, content: orParagraph(content) }
}

export const calloutRule: BlockRule = {
  print: (node, printer) => {
    const kind = (calloutKinds.find(known => known === node.attrs?.['kind']) ?? 'note').toUpperCase()
    const [first] = node.content ?? []
    const gap = first?.type === 'paragraph' ? '' : '\n'
    return quoted(`[!${kind}]\n${gap}${printer.blocks(node.content)}`)
  },
}
