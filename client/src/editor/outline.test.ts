import { schema } from '@colloquy/shared/schema/schema'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { outline, readOutline, spokenLevels } from './outline.ts'

// reason: of its extension the plugin uses whether the editor is editable, nothing else
const plugins = outline.config.addProseMirrorPlugins?.call({ editor: { isEditable: true } } as never) ?? []

const heading = (text: string, id: string | null = null) => ({
  type: 'heading',
  attrs: { level: 2, id },
  content: [{ type: 'text', text }],
})

const stateOf = (...content: object[]) =>
  EditorState.create({ doc: schema.nodeFromJSON({ type: 'doc', content }), plugins })

const ids = (state: EditorState) => readOutline(state).map(({ id }) => id)

test('headings inside quotes are in the outline too', () => {
  const state = stateOf(heading('Goals'), { type: 'blockquote', content: [heading('Cited')] })
  expect(readOutline(state)).toEqual([
    { id: 'goals', level: 2, text: 'Goals' },
    { id: 'cited', level: 2, text: 'Cited' },
  ])
})

test('two equal headings have two addresses', () => {
  expect(ids(stateOf(heading('Risks'), heading('Risks')))).toEqual(['risks', 'risks-1'])
})

test('a keystroke outside the headings keeps the same outline', () => {
  const state = stateOf(heading('Goals'), { type: 'paragraph' })
  const next = state.apply(state.tr.insertText('x', 8))
  expect(readOutline(next)).toBe(readOutline(state))
})

test('a heading keeps its address when it is renamed, from the moment the caret has left it', () => {
  let state = stateOf(heading('Goals'), { type: 'paragraph' })
  const caret = (at: number) => {
    state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, at)))
  }
  caret(6)
  expect(state.doc.firstChild?.attrs['id']).toBeNull()
  caret(8)
  expect(state.doc.firstChild?.attrs['id']).toBe('goals')
  state = state.apply(state.tr.insertText('Non-', 1))
  expect(readOutline(state)).toEqual([{ id: 'goals', level: 2, text: 'Non-Goals' }])
})

test.each([
  [
    [2, 3, 4],
    [2, 3, 4],
  ],
  [
    [3, 5, 2],
    [2, 3, 2],
  ],
  [
    [2, 0, 4],
    [2, undefined, 3],
  ],
])('headings of levels %j are read out as levels %j', (levels, spoken) => {
  expect(spokenLevels(levels)).toEqual(spoken)
})
