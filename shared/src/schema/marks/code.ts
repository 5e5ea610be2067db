import { Code as TiptapCode } from '@tiptap/extension-code'
import type { MarkRule } from '../markdown/rules.ts'

/** Inline code. Unlike Tiptap's own it goes together with other marks: `**\`name\`**` is common in design docs. */
export const Code = TiptapCode.extend({ excludes: 'code' })

export const codeRule: MarkRule = {
  tags: ['code', 'tt', 'samp'],
  tag: 'code',
}
