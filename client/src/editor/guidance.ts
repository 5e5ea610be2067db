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
          handleTextInput: (view, _from, _to, text) => {
            const replaced = withoutGuidance(view.state)
            if (!replaced) return false
            view.dispatch(replaced.insertText(text).scrollIntoView())
            return true
          },
          handleKeyDown: (view, event) => {
            if (!['Enter', 'Backspace', 'Delete'].includes(event.key)) return false
            return clear(view)
          },
          // Both go on by themselves, in the empty paragraph that now stands there.
          handlePaste: view => clear(view) && false,
          handleDOMEvents: { compositionstart: view => clear(view) && false },
        },
      }),
    ]
  },
})

function clear(view: EditorView): boolean {
  const replaced = withoutGuidance(view.state)
  if (replaced) view.dispatch(replaced)
  return replaced !== null
}

/** Puts an empty paragraph in place of the advice the caret is in; null when it is in none. */
function withoutGuidance(state: EditorState): Transaction | null {
  const { $from } = state.selection
  const paragraph = state.schema.nodes['paragraph']
  if ($from.parent.type.name !== 'guidance' || !paragraph) return null
  const start = $from.before()
  const transaction = state.tr.replaceWith(start, $from.after(), paragraph.create())
  return transaction.setSelection(TextSelection.create(transaction.doc, start + 1))
}

function caretInFront(state: EditorState): Transaction | null {
  const { $from, empty } = state.selection
  if (!empty || $from.parent.type.name !== 'guidance' || $from.parentOffset === 0) return null
  return state.tr.setSelection(TextSelection.create(state.doc, $from.start()))
}
