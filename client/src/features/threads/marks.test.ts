import { type Node, Schema } from '@tiptap/pm/model'
import { EditorState, type Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { expect, test } from 'vitest'
import { drawMarks, mapMarks, noMarks, type Range, rangesOf, threadAt } from './marks.ts'

const schema = new Schema({ nodes: { doc: { content: 'p+' }, p: { content: 'text*' }, text: {} } })
const doc = (...paragraphs: string[]) =>
  schema.node(
    'doc',
    null,
    paragraphs.map(text => schema.node('p', null, text ? [schema.text(text)] : [])),
  )

const marked = (document: Node, ranges: Record<string, Range>) =>
  drawMarks(document, { ranges: new Map(Object.entries(ranges)), active: null }, noMarks)

/** What the mark over the characters `from`–`to` of the first paragraph covers after the change. */
function carried(before: string[], [from, to]: [number, number], change: (tr: Transaction) => Transaction) {
  const state = EditorState.create({ doc: doc(...before) })
  const marks = marked(state.doc, { t: { from: from + 1, to: to + 1 } })
  const transaction = change(state.tr)
  const mapped = mapMarks(marks, transaction)
  const range = rangesOf(mapped).get('t')
  return { text: range && transaction.doc.textBetween(range.from, range.to, '|'), stale: mapped.stale }
}

/** The way the edits of others arrive: the whole document anew. */
const fromOthers =
  (...paragraphs: string[]) =>
  (tr: Transaction) =>
    tr
      .replaceWith(0, tr.doc.content.size, doc(...paragraphs).content)
      .setMeta(ySyncPluginKey, { isChangeOrigin: true })

test('a mark follows what one types oneself exactly', () => {
  expect(carried(['We retry often'], [3, 8], tr => tr.insertText('never ', 4))).toEqual({
    text: 'retry',
    stale: { local: true, remote: false },
  })
})

test.each<[string, string[], string | undefined]>([
  ['before it', ['We never retry often'], 'retry'],
  ['behind it', ['We retry quite often'], 'retry'],
  ['inside it', ['We re-try often'], 're-try'],
  ['in another block', ['We retry often', 'new'], 'retry'],
  ['over all of it', ['We often'], undefined],
])('a mark follows what others type %s', (_, after, expected) => {
  expect(carried(['We retry often'], [3, 8], fromOthers(...after))).toEqual({
    text: expected,
    stale: { local: false, remote: true },
  })
})

test('of nested passages the innermost is meant', () => {
  const marks = marked(doc('We retry often'), { outer: { from: 1, to: 14 }, inner: { from: 4, to: 9 } })
  expect([2, 5, 12].map(position => threadAt(marks, position))).toEqual(['outer', 'inner', 'outer'])
})

test('what is drawn already is not drawn again', () => {
  const document = doc('We retry often')
  const ranges = { t: { from: 4, to: 9 } }
  const marks = marked(document, ranges)
  const again = drawMarks(document, { ranges: new Map(Object.entries(ranges)), active: null }, marks)
  expect(again.decorations).toBe(marks.decorations)
  const active = drawMarks(document, { ranges: new Map(Object.entries(ranges)), active: 't' }, marks)
  expect(active.decorations).not.toBe(marks.decorations)
})
