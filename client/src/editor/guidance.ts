import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/**
 * A template’s advice behaves like a placeholder: the caret stands in front of it, and whatever one types,
 * pastes or deletes there takes its place.
 */
export const guidance = Extension.create({
  name: 'guidanceAsPlaceholder',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        key: new PluginKey('guidance'),
        appendTransaction: (_transactions, _before, state) => caretInFront(state),
        props: {
          handleKeyDown: (view, event) => {
            if (!['Enter', 'Backspace', 'Delete'].includes(event.key)) return false
            return clear(view)
          },
          // Both go on by themselves, in the empty paragraph that now stands there.
          handlePaste: view => clear(view) && false,
          handleDOMEvents: { beforeinput: type, compositionstart: view => clear(view) && false },
        },
      }),
    ]
  },
})

/** Before the browser writes: the click that set the caret may be so recent that only the browser knows of it. */
function type(view: EditorView, event: InputEvent): boolean {
  const selection = document.getSelection()
  if (event.inputType !== 'insertText' || !event.data || !selection?.anchorNode) return false
  const replaced = withoutGuidance(view.state, view.posAtDOM(selection.anchorNode, selection.anchorOffset))
  if (!replaced) return false
  event.preventDefault()
  view.dispatch(replaced.insertText(event.data).scrollIntoView())
  return true
}

function clear(view: EditorView): boolean {
  const replaced = withoutGuidance(view.state, view.state.selection.from)
  if (replaced) view.dispatch(replaced)
  return replaced !== null
}

/** Puts an empty paragraph in place of the advice at a position; null when there is none. */
export function withoutGuidance(state: EditorState, position: number): Transaction | null {
  const $at = state.doc.resolve(position)
  const paragraph = state.schema.nodes['paragraph']
  if ($at.parent.type.name !== 'guidance' || !paragraph) return null
  const start = $at.before()
  const transaction = state.tr.replaceWith(start, $at.after(), paragraph.create())
  return transaction.setSelection(TextSelection.create(transaction.doc, start + 1))
}

function caretInFront(state: EditorState): Transaction | null {
  const { $from, empty } = state.selection
  if (!empty || $from.parent.type.name !== 'guidance' || $from.parentOffset === 0) return null
  return state.tr.setSelection(TextSelection.create(state.doc, $from.start()))
}
