import type { InlineRule } from '../markdown/rules.ts'

export { HardBreak } from '@tiptap/extension-hard-break'

export const hardBreakRule: InlineRule = {
  syntax: ['HardBreak'],
  read: () => [{ type: 'hardBreak' }],
  tags: ['br'],
  readTag: () => [{ type: 'hardBreak' }],
  print: (_, place) => (place === 'lines' ? '\\\n' : '<br>'),
}
