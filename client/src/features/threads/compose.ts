import { create } from '@colloquy/shared/anchors/create'
import type { Anchor } from '@colloquy/shared/contract/anchor'
import type { Editor } from '@tiptap/core'
import { readText } from './placing.ts'

/** An anchor on what is selected, or on the block the caret is in; null where there is no text. */
export function anchorOfSelection(editor: Editor): Anchor | null {
  const reading = readText(editor.state)
  if (!reading) return null
  const { from, to, empty, $from } = editor.state.selection
  return empty ? create(reading, $from.start(), $from.end()) : create(reading, from, to)
}

/** Opens the composer on the selection, and whatever the page shows it in. */
export function startComment(editor: Editor) {
  compose(editor, anchorOfSelection(editor))
}

/** The same on a given passage, or with `null` on the document as a whole. */
export function compose(editor: Editor, anchor: Anchor | null) {
  const desk = editor.storage.threads
  desk.set({ composing: { anchor }, active: null })
  desk.onOpen()
}
