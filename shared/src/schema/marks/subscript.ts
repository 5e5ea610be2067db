import type { MarkRule } from '../markdown/rules.ts'

export { Subscript } from '@tiptap/extension-subscript'

export const subscriptRule: MarkRule = { tags: ['sub'], tag: 'sub' }
