import type { BlockRule } from '../markdown/rules.ts'

export { HorizontalRule } from '@tiptap/extension-horizontal-rule'

export const horizontalRuleRule: BlockRule = {
  syntax: ['HorizontalRule'],
  read: () => [{ type: 'horizontalRule' }],
  tags: ['hr'],
  readHtml: () => [{ type: 'horizontalRule' }],
  print: () => '---',
}
