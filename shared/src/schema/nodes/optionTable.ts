import { idAttribute } from '../attributes.ts'
import { fence } from '../markdown/fences.ts'
import type { BlockRule } from '../markdown/rules.ts'
import { part } from './part.ts'

/** Options against criteria: a table whose first column names the options and whose header names what they are measured by. */
export const OptionTable = part({
  name: 'optionTable',
  group: 'block',
  content: 'table',
  attributes: { id: idAttribute },
})

export const optionTableRule: BlockRule = {
  tags: ['!option-table'],
  readHtml: (element, reader) => {
    const blocks = reader.htmlBlocks(element.children)
    const table = blocks.find(block => block.type === 'table')
    if (!table) return blocks
    const attrs = { id: element.tag.attributes['id'] ?? null }
    return [{ type: 'optionTable', attrs, content: [table] }, ...blocks.filter(block => block !== table)]
  },
  print: (node, printer) => fence('option-table', { id: node.attrs?.['id'] }, [printer.blocks(node.content)]),
}
