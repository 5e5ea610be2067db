import type { MarkRule } from '../markdown/rules.ts'

export { Superscript } from '@tiptap/extension-superscript'

export const superscriptRule: MarkRule = { tags: ['sup'], tag: 'sup' }
