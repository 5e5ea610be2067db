import type { JSONContent } from '@tiptap/core'
import { behind, paragraphFirst } from './layout.ts'
import type { Element, Printer, Reader, Syntax } from './rules.ts'

/** Whether a list item begins with a checkbox. */
export const isTask = (item: Syntax): boolean => item.children.some(child => child.name === 'Task')

/** What a list item holds, beginning with a paragraph. */
export const readItem = (item: Syntax, reader: Reader): JSONContent[] => paragraphFirst(reader.blocks(item))

/** The items of an HTML list. What stands between them is read as an item too, so that nothing is lost. */
export const readHtmlItems = (list: Element, reader: Reader): JSONContent[][] =>
  list.children
    .filter(child => !(child.kind === 'text' && child.text.trim() === ''))
    .map(child =>
      paragraphFirst(
        reader.htmlBlocks(child.kind === 'element' && child.tag.name === 'li' ? child.children : [child]),
      ),
    )

/**
 * Prints a list's items, each behind its marker. Items of one paragraph and lists below it stand close together;
 * one longer item sets them all apart, as Markdown itself does.
 */
export const printItems = (
  items: readonly JSONContent[] | undefined,
  marker: (item: JSONContent, index: number) => string,
  printer: Printer,
): string => {
  const tight = (items ?? []).every(isTight)
  return (items ?? [])
    .map((item, index) => {
      const lead = marker(item, index)
      const text = printContent(item, printer, tight)
      // A checkbox needs text behind it to be one, a bullet does not.
      const body = text || lead.includes('[') ? text || '&nbsp;' : ''
      const width = /^\S+ /.exec(lead)?.[0].length ?? lead.length
      return behind(lead.slice(0, width), lead.slice(width) + body)
    })
    .join(tight ? '\n' : '\n\n')
}

const printContent = (item: JSONContent, printer: Printer, tight: boolean): string => {
  const content = item.content ?? []
  const [first, ...rest] = content
  if (rest.length === 0 && !first?.content?.length) return ''
  if (!tight) return printer.blocks(content)
  return [first, ...rest].map(block => printer.blocks(block ? [block] : [])).join('\n')
}

/** A list below follows its paragraph without a blank line only where it can be told from the paragraph's next line. */
const isTight = (item: JSONContent): boolean => {
  const [first, ...rest] = item.content ?? []
  const lists = rest.every(
    block => isList(block) && opensVisibly(block) && (block.content ?? []).every(isTight),
  )
  return lists && rest.length < 2 && (rest.length === 0 || Boolean(first?.content?.length))
}

const isList = (block: JSONContent): boolean =>
  block.type === 'bulletList' || block.type === 'orderedList' || block.type === 'taskList'

const opensVisibly = (list: JSONContent): boolean =>
  Boolean(list.content?.[0]?.content?.[0]?.content?.length) && (list.attrs?.['start'] ?? 1) === 1
