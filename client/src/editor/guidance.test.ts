import { schema } from '@colloquy/shared/schema/schema'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { guidance, withoutGuidance } from './guidance.ts'

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

test('what one writes takes the place of the advice', () => {
  const written = withoutGuidance(state, 14)?.insertText('D')
  expect(written?.doc.lastChild?.toJSON()).toEqual({
    type: 'paragraph',
    content: [{ type: 'text', text: 'D' }],
  })
  expect(written?.selection.from).toBe(9)
})

test('text that is nobody’s advice is left alone', () => {
  expect(withoutGuidance(state, 3)).toBeNull()
})
