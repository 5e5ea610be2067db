import { dataAttribute, idAttribute } from '../attributes.ts'
import { dateOf, fence, labelled, printLabel } from '../markdown/fences.ts'
import { orParagraph } from '../markdown/layout.ts'
import type { BlockRule } from '../markdown/rules.ts'
import { part } from './part.ts'

/** Something somebody will do, by a date. */
export const ActionItem = part({
  name: 'actionItem',
  group: 'block',
  content: 'block+',
  attributes: {
    id: idAttribute,
    owner: dataAttribute('owner'),
    ownerId: dataAttribute('owner-id'),
    due: dataAttribute('due'),
    done: {
      default: false,
      parseHTML: element => element.hasAttribute('data-done'),
      renderHTML: attributes => (attributes['done'] ? { 'data-done': '' } : {}),
    },
  },
})

export const actionItemRule: BlockRule = {
  tags: ['!action'],
  readHtml: (element, reader) => {
    const { id = null, 'owner-id': ownerId = null } = element.tag.attributes
    const { details, rest } = labelled('Action', element, reader)
    const { Owner: owner = null, Due: due, Done: done } = details
    const attrs = { id, owner, ownerId, due: dateOf(due), done: done !== undefined }
    return [{ type: 'actionItem', attrs, content: orParagraph(rest) }]
  },
  print: (node, printer) => {
    const { id, owner, ownerId, due, done } = node.attrs ?? {}
    const label = printLabel('Action', { Owner: owner, Due: due, Done: done === true }, printer)
    return fence('action', { id, 'owner-id': ownerId }, [label, printer.blocks(node.content)])
  },
}
