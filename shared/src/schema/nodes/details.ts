import type { JSONContent } from '@tiptap/core'
import { Details as TiptapDetails } from '@tiptap/extension-details'
import { orParagraph } from '../markdown/layout.ts'
import type { BlockRule, Element, Html } from '../markdown/rules.ts'
import { plainText } from '../plainText.ts'

export { DetailsContent, DetailsSummary } from '@tiptap/extension-details'

export const Details = TiptapDetails.configure({ persist: true })

const isSummary = (html: Html): html is Element => html.kind === 'element' && html.tag.name === 'summary'

/** A summary holds text only: an image in it becomes its alternative text. */
const asText = (node: JSONContent): JSONContent[] => {
  if (node.type === 'text') return [node]
  const text = plainText(node)
  return text ? [{ type: 'text', text }] : []
}

/** A part that folds away, as HTML's own element, with Markdown inside. */
export const detailsRule: BlockRule = {
  tags: ['details'],
  readHtml: (element, reader) => {
    const summary = element.children.find(isSummary)
    const text = (summary ? reader.htmlInline(summary.children) : []).flatMap(asText)
    const rest = element.children.filter(child => child !== summary)
    const content: JSONContent[] = [
      { type: 'detailsSummary', ...(text.length > 0 ? { content: text } : {}) },
      { type: 'detailsContent', content: orParagraph(reader.htmlBlocks(rest)) },
    ]
    return [{ type: 'details', attrs: { open: 'open' in element.tag.attributes }, content }]
  },
  print: (node, printer) => {
    const [summary, content] = node.content ?? []
    const open = node.attrs?.['open'] ? '<details open>' : '<details>'
    const text = printer.inline(summary?.content, 'html')
    return `${open}\n<summary>${text}</summary>\n\n${printer.blocks(content?.content)}\n\n</details>`
  },
}
