import type { MarkRule } from '../markdown/rules.ts'

export { Underline } from '@tiptap/extension-underline'

export const underlineRule: MarkRule = { tags: ['u', 'ins'], tag: 'u' }
