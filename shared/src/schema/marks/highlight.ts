import type { MarkRule } from '../markdown/rules.ts'

export { Highlight } from '@tiptap/extension-highlight'

export const highlightRule: MarkRule = { tags: ['mark'], tag: 'mark' }
