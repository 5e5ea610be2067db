import type { MarkRule } from '../markdown/rules.ts'

export { Bold } from '@tiptap/extension-bold'

export const boldRule: MarkRule = {
  syntax: ['StrongEmphasis'],
  tags: ['b', 'strong'],
  sign: '**',
  tag: 'strong',
}
