import type { Editor } from '@tiptap/core'

/** Brings the passage of a thread to the middle of the screen. */
export function showInText(editor: Editor, threadId: string) {
  const place = editor.storage.threads.where.get(threadId)
  if (place?.state !== 'anchored') return
  const { node } = editor.view.domAtPos(Math.min(place.from, editor.state.doc.content.size))
  const element = node instanceof Element ? node : node.parentElement
  element?.scrollIntoView({ block: 'center', behavior: prefersStill() ? 'auto' : 'smooth' })
}

/** Puts the caret at the passage and gives the text the focus. */
export function goToText(editor: Editor, threadId: string) {
  const place = editor.storage.threads.where.get(threadId)
  if (place?.state === 'anchored') editor.commands.setTextSelection({ from: place.from, to: place.to })
  editor.view.focus()
}

const prefersStill = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches
