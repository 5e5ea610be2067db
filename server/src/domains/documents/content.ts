import type { JSONContent } from '@tiptap/core'

/** The text of a document as the editor's schema writes it. */
export type DocumentContent = JSONContent
