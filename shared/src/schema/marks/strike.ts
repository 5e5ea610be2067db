import type { MarkRule } from '../markdown/rules.ts'

export { Strike } from '@tiptap/extension-strike'

export const strikeRule: MarkRule = {
  syntax: ['Strikethrough'],
  tags: ['s', 'del', 'strike'],
  sign: '~~',
  tag: 'del',
}
