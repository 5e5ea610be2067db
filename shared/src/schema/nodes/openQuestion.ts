import { dataAttribute, idAttribute } from '../attributes.ts'
import { dateOf, fence, labelled, printLabel } from '../markdown/fences.ts'
import { orParagraph } from '../markdown/layout.ts'
import type { BlockRule } from '../markdown/rules.ts'
import { part } from './part.ts'

/** A question the document leaves open, with who will find the answer and by when (a date, `2026-12-01`). */
export const OpenQuestion = part({
  name: 'openQuestion',
  group: 'block',
  content: 'block+',
  attributes: {
    id: idAttribute,
    /** The owner's name as shown, and the account when it is somebody of the workspace. */
    owner: dataAttribute('owner'),
    ownerId: dataAttribute('owner-id'),
    due: dataAttribute('due'),
  },
})

export const openQuestionRule: BlockRule = {
  tags: ['!open-question'],
  readHtml: (element, reader) => {
    const { id = null, 'owner-id': ownerId = null } = element.tag.attributes
    const { details, rest } = labelled('Open question', element, reader)
    const attrs = { id, owner: details['Owner'] ?? null, ownerId, due: dateOf(details['Due']) }
    return [{ type: 'openQuestion', attrs, content: orParagraph(rest) }]
  },
  print: (node, printer) => {
    const { id, owner, ownerId, due } = node.attrs ?? {}
    const label = printLabel('Open question', { Owner: owner, Due: due }, printer)
    return fence('open-question', { id, 'owner-id': ownerId }, [label, printer.blocks(node.content)])
  },
}
