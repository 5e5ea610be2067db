import { TaskItem as TiptapTaskItem } from '@tiptap/extension-list'
import { printItems } from '../markdown/listItems.ts'
import type { BlockRule } from '../markdown/rules.ts'
import { bullet } from './bulletList.ts'

export { TaskList } from '@tiptap/extension-list'

export const TaskItem = TiptapTaskItem.configure({ nested: true })

/** Read together with bullet lists, see `bulletList.ts`. */
export const taskListRule: BlockRule = {
  family: 'bullets',
  print: (node, printer, run) =>
    printItems(node.content, item => `${bullet(run)} [${item.attrs?.['checked'] ? 'x' : ' '}] `, printer),
}
