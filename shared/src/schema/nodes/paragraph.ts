import type { BlockRule } from '../markdown/rules.ts'

export { Paragraph } from '@tiptap/extension-paragraph'

/** What an empty paragraph is written as, for Markdown has none. */
export const emptyParagraph = '&nbsp;'

export const paragraphRule: BlockRule = {
  syntax: ['Paragraph', 'Task'],
  read: (syntax, reader) => {
    if (
      reader
        .source(syntax.from, syntax.to)
        .replace(/^\[[ xX]\]/, '')
        .trim() === emptyParagraph
    )
      return [{ type: 'paragraph' }]
    const content = reader.inline(syntax)
    return content.length > 0 ? [{ type: 'paragraph', content }] : []
  },
  print: (node, printer) => printer.inline(node.content, 'lines') || emptyParagraph,
}
