import { resolve } from '@colloquy/shared/anchors/resolve'
import { anchor } from '@colloquy/shared/contract/anchor'
import type { Editor } from '@tiptap/core'
import { anchorOfSelection } from '../threads/compose.ts'
import { readText } from '../threads/placing.ts'

/** Where a concern points, as it is kept with the review: an anchor, written down. */
export function passageOf(editor: Editor): string | null {
  if (editor.state.selection.empty) return null
  const selected = anchorOfSelection(editor)
  return selected && JSON.stringify(selected)
}

/** The words a passage was raised on; null when it cannot be read. */
export const quoteOf = (passage: string): string | null => read(passage)?.quote.exact ?? null

/** Selects the words in the text and brings them into sight. False when they are not there any more. */
export function showPassage(editor: Editor, passage: string): boolean {
  const place = placeOf(editor, passage)
  if (!place) return false
  editor.commands.setTextSelection(place)
  const { node } = editor.view.domAtPos(place.from)
  const element = node instanceof Element ? node : node.parentElement
  const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  element?.scrollIntoView({ block: 'center', behavior: isStill ? 'auto' : 'smooth' })
  return true
}

function placeOf(editor: Editor, passage: string): { from: number; to: number } | null {
  const [known, reading] = [read(passage), readText(editor.state)]
  if (!known || !reading) return null
  const place = resolve(known, reading)
  return place.state === 'anchored' ? { from: place.from, to: place.to } : null
}

function read(passage: string) {
  try {
    return anchor.parse(JSON.parse(passage))
  } catch {
    // Whatever else was sent as a passage by other means is no place in the text; the concern stands without it.
    return null
  }
}
