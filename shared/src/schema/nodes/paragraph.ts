import type { BlockRule } from '../markdown/rules.ts'

export { Paragraph } from '@tiptap/extension-paragraph'

/** What an empty paragraph is written as, for Markdown has none. */
export const emptyParagraph = '&nbsp;'

export const paragraphRule: BlockRule = {
  syntax: ['Paragraph', 'Task'],
  read: (syntax, reader) => {
    const content = reader.inline(syntax)
    const [only] = content
    const isBlank = content.length === 1 && only?.text === '\u00a0' && !only.marks
    if (isBlank && reader.source(syntax.from, syntax.to).includes(emptyParagraph))
      return [{ type: 'paragraph' }]
    return content.length > 0 ? [{ type: 'paragraph', content }] : []
  },
  print: (node, printer) => printer.inline(node.content, 'lines') || emptyParagraph,
}
