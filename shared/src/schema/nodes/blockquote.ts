import { orParagraph, quoted } from '../markdown/layout.ts'
import type { BlockRule } from '../markdown/rules.ts'
import { readCallout } from './callout.ts'

export { Blockquote } from '@tiptap/extension-blockquote'

export const blockquoteRule: BlockRule = {
  syntax: ['Blockquote'],
  read: (syntax, reader) => {
    const callout = readCallout(syntax, reader)
    return callout ? [callout] : [{ type: 'blockquote', content: orParagraph(reader.blocks(syntax)) }]
  },
  tags: ['blockquote'],
  readHtml: (element, reader) => [
    { type: 'blockquote', content: orParagraph(reader.htmlBlocks(element.children)) },
  ],
  print: (node, printer) => quoted(printer.blocks(node.content)),
}
