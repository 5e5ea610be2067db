import { getSchema } from '@tiptap/core'
import StarterKit from '@tiptap/starter-kit'
import { describe, expect, test } from 'vitest'
import { createEditorReader, type EditorNode, readEditor } from './editor.ts'
import { lineIndex, readMarkdown } from './markdown.ts'

const paragraph = (text: string): EditorNode => ({
  type: 'paragraph',
  content: text ? [{ type: 'text', text }] : [],
})

describe('Markdown', () => {
  const source = [
    '---\ntitle: Cache\n---\n',
    '# *Cache*\n',
    'One **two**\nthree.\n',
    '- item one\n  goes on\n  - inner\n- [ ] task\n',
    '> quoted\n',
    '| a | b |\n| - | - |\n| c | d |\n',
    '```ts\ncode()\n```\n',
    '<!-- hidden -->\n',
    'Setext\n------\n',
  ].join('\n')

  test('every kind of block is read, in order', () => {
    expect(readMarkdown(source).blocks.map(({ kind, level }) => kind + level)).toEqual([
      'matter0',
      'heading1',
      'paragraph0',
      'item1',
      'item2',
      'item1',
      'quote0',
      ...Array(4).fill('cell0'),
      'code0',
      'matter0',
      'heading2',
    ])
  })

  test('every block is a slice of the file', () => {
    const { blocks, starts } = readMarkdown(source)
    for (const [index, { text }] of blocks.entries()) {
      const start = starts[index] ?? -1
      expect(source.slice(start, start + text.length)).toBe(text)
    }
  })

  test('lines are counted from one', () => {
    const line = lineIndex('a\nb\n\nc')
    expect([0, 1, 2, 3, 4, 5, 6].map(line)).toEqual([1, 1, 2, 2, 3, 4, 4].slice(0, 7))
  })
})

describe('editor', () => {
  const wrap = (type: string, ...content: EditorNode[]): EditorNode => ({ type, content })
  const document: EditorNode = wrap(
    'doc',
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Ab' }] },
    paragraph(''),
    wrap(
      'bulletList',
      wrap('listItem', paragraph('one'), wrap('bulletList', wrap('listItem', paragraph('two')))),
    ),
    { type: 'horizontalRule' },
    wrap(
      'paragraph',
      { type: 'text', text: 'before' },
      { type: 'hardBreak' },
      { type: 'text', text: 'after' },
    ),
    wrap('blockquote', paragraph('said')),
    { type: 'codeBlock', content: [{ type: 'text', text: 'x()' }] },
  )

  test('kinds and levels come from what surrounds the text', () => {
    expect(readEditor(document).blocks.map(({ kind, level, text }) => [kind, level, text])).toEqual([
      ['heading', 2, 'Ab'],
      ['paragraph', 0, ''],
      ['item', 1, 'one'],
      ['item', 2, 'two'],
      ['paragraph', 0, 'before\nafter'],
      ['quote', 0, 'said'],
      ['code', 0, 'x()'],
    ])
  })

  test('starts are the editor’s own positions', () => {
    const root = getSchema([StarterKit]).nodeFromJSON(document)
    const { blocks, starts } = readEditor(document)
    const read = blocks.map(({ text }, at) => {
      const start = starts[at] ?? -1
      return root.textBetween(start, start + text.length, undefined, '\n')
    })
    expect(read).toEqual(blocks.map(({ text }) => text))
    expect(starts[1]).toBe(5)
  })

  test('unchanged text is the same block after an edit elsewhere', () => {
    const reader = createEditorReader()
    const before = reader(wrap('doc', paragraph('first'), paragraph('second'))).blocks
    const after = reader(wrap('doc', paragraph('new'), paragraph('first!'), paragraph('second'))).blocks
    expect(after[2]).toBe(before[1])
    expect(after[1]).not.toBe(before[0])
  })
})
