import { Mark, mergeAttributes } from '@tiptap/core'
import type { MarkRule } from '../markdown/rules.ts'

/** A key one presses, as in <kbd>Ctrl</kbd>. */
export const Keyboard = Mark.create({
  name: 'keyboard',
  parseHTML: () => [{ tag: 'kbd' }],
  renderHTML: ({ HTMLAttributes }) => ['kbd', mergeAttributes(HTMLAttributes), 0],
})

export const keyboardRule: MarkRule = { tags: ['kbd'], tag: 'kbd' }
