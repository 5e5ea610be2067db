import type { ChainedCommands, JSONContent } from '@tiptap/core'
import { Selection } from '@tiptap/pm/state'
import { IconCheckbox, IconGavel, IconHelpCircle, IconMessages, IconScale } from '../../ui/icons.ts'
import type { TextCommand } from '../textCommands.ts'

/** Inserts a block and puts the caret at the first place in it where one writes. */
export function insertBlock(chain: ChainedCommands, block: JSONContent): ChainedCommands {
  let start = 0
  return chain
    .command(({ tr }) => {
      start = Math.max(0, tr.selection.from - 1)
      return true
    })
    .insertContent(block)
    .command(({ tr }) => {
      tr.setSelection(Selection.near(tr.doc.resolve(Math.min(start, tr.doc.content.size)), 1))
      return true
    })
}

const paragraph = { type: 'paragraph' }
const cells = (type: string, texts: string[]) => ({
  type: 'tableRow',
  content: texts.map(text => ({
    type,
    content: [text ? { ...paragraph, content: [{ type: 'text', text }] } : paragraph],
  })),
})

/** The blocks that carry a decision: what is asked, weighed, proposed and to be done. */
export const partCommands: TextCommand[] = [
  {
    label: 'Proposal',
    Icon: IconGavel,
    words: 'decision question options recommendation decider',
    run: chain =>
      insertBlock(chain, {
        type: 'proposal',
        content: [
          { type: 'proposalQuestion' },
          { type: 'proposalOptions', content: [paragraph] },
          { type: 'proposalRecommendation', content: [paragraph] },
        ],
      }),
  },
  {
    label: 'Option table',
    Icon: IconScale,
    words: 'options criteria compare tradeoffs alternatives',
    run: chain =>
      insertBlock(chain, {
        type: 'optionTable',
        content: [
          {
            type: 'table',
            content: [
              cells('tableHeader', ['Option', 'For', 'Against', 'Cost']),
              cells('tableCell', ['', '', '', '']),
              cells('tableCell', ['', '', '', '']),
            ],
          },
        ],
      }),
  },
  {
    label: 'Open question',
    Icon: IconHelpCircle,
    words: 'unknown unresolved owner due',
    run: chain => insertBlock(chain, { type: 'openQuestion', content: [paragraph] }),
  },
  {
    label: 'Action item',
    Icon: IconCheckbox,
    words: 'todo task owner due next step',
    run: chain => insertBlock(chain, { type: 'actionItem', content: [paragraph] }),
  },
  {
    label: 'Anticipated questions',
    Icon: IconMessages,
    words: 'faq answers readers',
    run: chain =>
      insertBlock(chain, {
        type: 'anticipatedQuestions',
        content: [
          {
            type: 'anticipatedQuestion',
            content: [{ type: 'questionText' }, { type: 'questionAnswer', content: [paragraph] }],
          },
        ],
      }),
  },
]
