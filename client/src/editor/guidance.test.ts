import { schema } from '@colloquy/shared/schema/schema'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { guidance } from './guidance.ts'

const plugins = guidance.config.addProseMirrorPlugins?.call({} as never) ?? [] // reason: the plugins use nothing of their extension

const state = EditorState.create({
  doc: schema.nodeFromJSON({
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Risks' }] },
      { type: 'guidance', content: [{ type: 'text', text: 'What may go wrong?' }] },
    ],
  }),
  plugins,
})

/** Positions: the heading takes 7, the advice opens at 8. */
const at = (position: number) => state.apply(state.tr.setSelection(TextSelection.create(state.doc, position)))

test('the caret stands in front of the advice, wherever it was put', () => {
  expect(at(14).selection.from).toBe(8)
})

test('typing takes the place of the advice', () => {
  let now = at(8)
  const view = {
    get state() {
      return now
    },
    dispatch: (tr: typeof state.tr) => {
      now = now.apply(tr)
    },
  }
  const handled = plugins[0]?.props.handleTextInput?.call(plugins[0], view as never, 8, 8, 'D', () => now.tr) // reason: only these two parts of a view are used
  expect(handled).toBe(true)
  expect(now.doc.lastChild?.toJSON()).toEqual({ type: 'paragraph', content: [{ type: 'text', text: 'D' }] })
  expect(now.selection.from).toBe(9)
})
