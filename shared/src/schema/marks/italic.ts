import type { MarkRule } from '../markdown/rules.ts'

export { Italic } from '@tiptap/extension-italic'

export const italicRule: MarkRule = {
  syntax: ['Emphasis'],
  tags: ['i', 'em'],
  sign: '_',
  tag: 'em',
}
