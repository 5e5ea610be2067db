import { isTask, printItems, readHtmlItems, readItem } from '../markdown/listItems.ts'
import type { BlockRule, Reader, Syntax } from '../markdown/rules.ts'

export { BulletList, ListItem } from '@tiptap/extension-list'

type List = { type: 'bulletList' | 'taskList'; content: object[] }

/**
 * A bullet list. Markdown lets tasks and plain items share a list, the editor does not: such a list is read as one list per
 * run of its items.
 */
export const bulletListRule: BlockRule = {
  syntax: ['BulletList'],
  read: (syntax, reader) => {
    const lists: List[] = []
    for (const item of syntax.children.filter(child => child.name === 'ListItem')) {
      const type = isTask(item) ? 'taskList' : 'bulletList'
      const content = readItem(item, reader)
      const read = isTask(item)
        ? { type: 'taskItem', attrs: { checked: isChecked(item, reader) }, content }
        : { type: 'listItem', content }
      const last = lists.at(-1)
      if (last?.type === type) last.content.push(read)
      else lists.push({ type, content: [read] })
    }
    return lists
  },
  tags: ['ul', 'menu'],
  readHtml: (element, reader) => {
    const items = readHtmlItems(element, reader)
    return items.length > 0
      ? [{ type: 'bulletList', content: items.map(content => ({ type: 'listItem', content })) }]
      : []
  },
  family: 'bullets',
  print: (node, printer, run) => printItems(node.content, () => `${bullet(run)} `, printer),
}

const isChecked = (item: Syntax, reader: Reader): boolean => {
  const task = item.children.find(child => child.name === 'Task')
  return task !== undefined && reader.source(task.from + 1, task.from + 2) !== ' '
}

/** Two lists in a row have different bullets, else they would be one. */
export const bullet = (run: number): string => (run % 2 === 0 ? '-' : '*')
