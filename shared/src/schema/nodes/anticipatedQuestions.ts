import type { JSONContent } from '@tiptap/core'
import { idAttribute } from '../attributes.ts'
import { divider, fence, partsOf } from '../markdown/fences.ts'
import { orParagraph } from '../markdown/layout.ts'
import type { BlockRule } from '../markdown/rules.ts'
import { part } from './part.ts'
import { bold, marksOfQuestion, questionOf } from './proposal.ts'

/** Questions readers will ask, each with the author's answer, so that nobody has to. */
export const AnticipatedQuestions = part({
  name: 'anticipatedQuestions',
  group: 'block',
  content: 'anticipatedQuestion+',
  attributes: { id: idAttribute },
})

export const AnticipatedQuestion = part({
  name: 'anticipatedQuestion',
  content: 'questionText questionAnswer',
})
export const QuestionText = part({ name: 'questionText', content: 'inline*', marks: marksOfQuestion })
export const QuestionAnswer = part({ name: 'questionAnswer', content: 'block+' })

export const anticipatedQuestionsRule: BlockRule = {
  tags: ['!anticipated-questions'],
  readHtml: (element, reader) => {
    const [before, ...questions] = partsOf(element, ['question'])
    const loose = reader.htmlBlocks(before?.children ?? [])
    if (questions.length === 0) return loose
    const content = questions.map(({ children }) => {
      const blocks = reader.htmlBlocks(children)
      const [question, ...answer] = blocks[0]?.type === 'paragraph' ? blocks : [undefined, ...blocks]
      const parts: JSONContent[] = [
        questionOf('questionText', question),
        { type: 'questionAnswer', content: orParagraph(answer.filter(block => block !== undefined)) },
      ]
      return { type: 'anticipatedQuestion', content: parts }
    })
    const attrs = { id: element.tag.attributes['id'] ?? null }
    return [...loose, { type: 'anticipatedQuestions', attrs, content }]
  },
  print: (node, printer) => {
    const questions = (node.content ?? []).flatMap(({ content = [] }) => [
      divider('question'),
      printer.blocks([{ type: 'paragraph', content: bold(content[0]?.content) }]),
      printer.blocks(content[1]?.content),
    ])
    return fence('anticipated-questions', { id: node.attrs?.['id'] }, questions)
  },
}
