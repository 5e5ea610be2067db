import { mergeAttributes, Node } from '@tiptap/core'
import { dataAttribute } from '../attributes.ts'
import { behind, orParagraph } from '../markdown/layout.ts'
import type { BlockRule, InlineRule } from '../markdown/rules.ts'

/** The raised sign in the text. Its number on screen follows the order of the signs; the label ties it to its note. */
export const FootnoteReference = Node.create({
  name: 'footnoteReference',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ label: dataAttribute('footnote') }),
  parseHTML: () => [{ tag: 'sup[data-footnote]' }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'sup',
    mergeAttributes(HTMLAttributes, { 'data-footnote': node.attrs['label'] }),
    String(node.attrs['label'] ?? ''),
  ],
})

/** The note itself, a block that may stand anywhere and usually stands last. */
export const FootnoteDefinition = Node.create({
  name: 'footnoteDefinition',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes: () => ({ label: dataAttribute('footnote-definition') }),
  parseHTML: () => [{ tag: 'div[data-footnote-definition]' }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'div',
    mergeAttributes(HTMLAttributes, { 'data-footnote-definition': node.attrs['label'] }),
    0,
  ],
})

export const footnoteReferenceRule: InlineRule = {
  syntax: ['FootnoteReference'],
  read: (syntax, reader) => {
    const label = reader.source(syntax.from + 2, syntax.to - 1)
    return reader.hasFootnote(label) ? [{ type: 'footnoteReference', attrs: { label } }] : null
  },
  print: node => `[^${labelOf(node.attrs?.['label'])}]`,
}

export const footnoteDefinitionRule: BlockRule = {
  syntax: ['FootnoteDefinition'],
  read: (syntax, reader) => {
    const label = syntax.children.find(child => child.name === 'FootnoteLabel')
    if (!label) return []
    const attrs = { label: reader.source(label.from + 2, label.to - 2) }
    return [{ type: 'footnoteDefinition', attrs, content: orParagraph(reader.blocks(syntax)) }]
  },
  print: (node, printer) => {
    const text = behind('    ', printer.blocks(node.content)).trimStart()
    return `[^${labelOf(node.attrs?.['label'])}]: ${text}`
  },
}

/** A label as Markdown can hold it; a bracket would end it, and what follows could be anything. */
const labelOf = (label: unknown): string =>
  String(label ?? '')
    .replace(/[\s[\]]/g, '')
    .slice(0, 100)
