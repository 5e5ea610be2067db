import { mergeAttributes, Node } from '@tiptap/core'
import { fenced } from '../markdown/fence.ts'
import type { BlockRule } from '../markdown/rules.ts'

/** HTML we do not understand or will not run, kept and shown as its source. */
export const HtmlBlock = Node.create({
  name: 'htmlBlock',
  group: 'block',
  content: 'text*',
  marks: '',
  code: true,
  defining: true,
  parseHTML: () => [{ tag: 'pre[data-html]', preserveWhitespace: 'full' }],
  renderHTML: ({ HTMLAttributes }) => [
    'pre',
    mergeAttributes(HTMLAttributes, { 'data-html': '' }),
    ['code', 0],
  ],
})

/** Fenced rather than bare, so that no reader of the file runs it either. */
export const htmlBlockRule: BlockRule = {
  print: node => fenced('html raw', (node.content ?? []).map(child => child.text ?? '').join('')),
}

export const htmlBlock = (source: string) => ({
  type: 'htmlBlock',
  ...(source ? { content: [{ type: 'text', text: source }] } : {}),
})
