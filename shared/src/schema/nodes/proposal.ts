import type { JSONContent } from '@tiptap/core'
import { dataAttribute, idAttribute } from '../attributes.ts'
import { divider, fence, labelled, partsOf, printLabel } from '../markdown/fences.ts'
import { orParagraph } from '../markdown/layout.ts'
import type { BlockRule } from '../markdown/rules.ts'
import { part } from './part.ts'

/** A question is printed bold as a whole, so bold says nothing inside it. */
export const marksOfQuestion = 'link italic strike underline highlight superscript subscript keyboard code'

/**
 * Something to agree on: the question, the options with what speaks for each, what the author recommends, and the one person
 * who decides. Stances are taken on it by its id.
 */
export const Proposal = part({
  name: 'proposal',
  group: 'block',
  content: 'proposalQuestion proposalOptions proposalRecommendation',
  attributes: {
    id: idAttribute,
    /** The decider's name as shown, and the account when it is somebody of the workspace. */
    decider: dataAttribute('decider'),
    deciderId: dataAttribute('decider-id'),
  },
})

export const ProposalQuestion = part({ name: 'proposalQuestion', content: 'inline*', marks: marksOfQuestion })
export const ProposalOptions = part({ name: 'proposalOptions', content: 'block+' })
export const ProposalRecommendation = part({ name: 'proposalRecommendation', content: 'block+' })

export const proposalRule: BlockRule = {
  tags: ['!proposal'],
  readHtml: (element, reader) => {
    const { id = null, 'decider-id': deciderId = null } = element.tag.attributes
    const parts = partsOf(element, ['options', 'recommendation'])
    const children = (name: string) => parts.filter(one => one.name === name).flatMap(one => one.children)
    const { details, rest } = labelled('Proposal', { children: children('') }, reader)
    const [question, ...more] = rest[0]?.type === 'paragraph' ? rest : [undefined, ...rest]
    const options = [...more, ...reader.htmlBlocks(children('options'))].filter(block => block !== undefined)
    const recommendation = labelled('Recommendation', { children: children('recommendation') }, reader).rest
    const content: JSONContent[] = [
      questionOf('proposalQuestion', question),
      { type: 'proposalOptions', content: orParagraph(options) },
      { type: 'proposalRecommendation', content: orParagraph(recommendation) },
    ]
    return [{ type: 'proposal', attrs: { id, decider: details['Decider'] ?? null, deciderId }, content }]
  },
  print: (node, printer) => {
    const { id, decider, deciderId } = node.attrs ?? {}
    const [question, options, recommendation] = node.content ?? []
    return fence('proposal', { id, 'decider-id': deciderId }, [
      printLabel('Proposal', { Decider: decider }, printer),
      printer.blocks([{ type: 'paragraph', content: bold(question?.content) }]),
      divider('options'),
      printer.blocks(options?.content),
      divider('recommendation'),
      printLabel('Recommendation', {}, printer),
      printer.blocks(recommendation?.content),
    ])
  },
}

export const bold = (nodes: readonly JSONContent[] = []): JSONContent[] =>
  nodes.map(node => ({ ...node, marks: [...(node.marks ?? []), { type: 'bold' }] }))

export const questionOf = (type: string, paragraph: JSONContent | undefined): JSONContent => {
  const content = (paragraph?.content ?? []).map(({ marks = [], ...node }) => {
    const others = marks.filter(mark => mark.type !== 'bold')
    return others.length > 0 ? { ...node, marks: others } : node
  })
  return content.length > 0 ? { type, content } : { type }
}
