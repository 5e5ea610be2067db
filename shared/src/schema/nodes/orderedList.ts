import type { JSONContent } from '@tiptap/core'
import { OrderedList as TiptapOrderedList } from '@tiptap/extension-list'
import { printItems, readHtmlItems, readItem } from '../markdown/listItems.ts'
import type { BlockRule, Reader, Syntax } from '../markdown/rules.ts'

/** A numbered list; letters and Roman numbers have no Markdown form and are not kept. */
export const OrderedList = TiptapOrderedList.extend({
  addAttributes: () => ({
    start: {
      default: 1,
      parseHTML: element => startOf(element.getAttribute('start')),
      renderHTML: attributes => (attributes['start'] === 1 ? {} : { start: attributes['start'] }),
    },
  }),
})

/** Only bullets can be ticked; the box of a numbered item is kept as text. */
const withBox = (item: Syntax, content: JSONContent[], reader: Reader): JSONContent[] => {
  const task = item.children.find(child => child.name === 'Task')
  const [first, ...rest] = content
  if (!task || !first) return content
  const box = { type: 'text', text: `${reader.source(task.from, task.from + 3)} ` }
  return [{ ...first, content: [box, ...(first.content ?? [])] }, ...rest]
}

const startOf = (text: string | null | undefined): number => {
  const start = Number.parseInt(text ?? '1', 10)
  return Number.isFinite(start) && start >= 0 && start < 1_000_000_000 ? start : 1
}

export const orderedListRule: BlockRule = {
  syntax: ['OrderedList'],
  read: (syntax, reader) => {
    const items = syntax.children.filter(child => child.name === 'ListItem')
    const mark = items[0]?.children.find(child => child.name === 'ListMark')
    const start = startOf(mark && reader.source(mark.from, mark.to))
    return [
      orderedList(
        start,
        items.map(item => withBox(item, readItem(item, reader), reader)),
      ),
    ]
  },
  tags: ['ol'],
  readHtml: (element, reader) => {
    const items = readHtmlItems(element, reader)
    return items.length > 0 ? [orderedList(startOf(element.tag.attributes['start']), items)] : []
  },
  family: 'numbers',
  print: (node, printer, run) => {
    const start = startOf(String(node.attrs?.['start'] ?? 1))
    const sign = run % 2 === 0 ? '.' : ')'
    return printItems(node.content, (_, index) => `${start + index}${sign} `, printer)
  },
}

const orderedList = (start: number, items: object[][]) => ({
  type: 'orderedList',
  attrs: { start },
  content: items.map(content => ({ type: 'listItem', content })),
})
