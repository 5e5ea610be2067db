import type { JSONContent } from '@tiptap/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diff } from '../diff/diff.ts'
import { anyDocument } from './documents.testing.ts'
import { printHtml } from './html/print.ts'
import { parseMarkdown } from './markdown/parse.ts'
import { printMarkdown } from './markdown/print.ts'
import { sections } from './sections.ts'
import { unknownTypes } from './unknown.ts'
import { wordCount } from './wordCount.ts'

const odd = fc.constantFrom<unknown[]>(
  null,
  '',
  -1,
  1e9,
  Number.NaN,
  true,
  'javascript:x',
  '"><script>',
  '-->',
  '\n',
  [],
  {},
  ['x'],
)
const oddType = fc.constantFrom(
  '__proto__',
  'constructor',
  'fromTheFuture',
  'paragraph',
  'table',
  'text',
  'heading',
  'image',
)

/** Documents as a client could write them past every editor: attributes and types that make no sense. */
const hostile = fc
  .record({
    doc: anyDocument,
    values: fc.infiniteStream(odd),
    types: fc.infiniteStream(oddType),
    dice: fc.infiniteStream(fc.nat(9)),
  })
  .map(({ doc, values, types, dice }) => {
    const spoil = (node: JSONContent): JSONContent => ({
      ...node,
      type: dice.next().value === 0 && node.type !== 'doc' ? types.next().value : (node.type ?? ''),
      ...(node.attrs
        ? {
            attrs: Object.fromEntries(
              Object.entries(node.attrs).map(([name, value]) => [
                name,
                dice.next().value < 3 ? values.next().value : value,
              ]),
            ),
          }
        : {}),
      ...(node.content ? { content: node.content.map(spoil) } : {}),
    })
    return spoil(doc)
  })

describe('a document that a client wrote past the editor', () => {
  it('can be printed, read again, counted and compared', () => {
    fc.assert(
      fc.property(hostile, anyDocument, (doc, other) => {
        parseMarkdown(printMarkdown(doc))
        expect(printHtml(doc, { title: 'T' })).not.toMatch(/<script/)
        wordCount(doc)
        sections(doc)
        diff(doc, other)
        diff(other, doc)
      }),
      { numRuns: 40, endOnFailure: true },
    )
  })

  it('names what a newer schema put into it', () => {
    const future = {
      type: 'fromTheFuture',
      content: [{ type: 'text', text: 'a', marks: [{ type: 'shiny' }] }],
    }
    expect(unknownTypes({ type: 'doc', content: [future, { type: 'paragraph' }] })).toEqual([
      'fromTheFuture',
      'shiny',
    ])
    expect(printMarkdown({ type: 'doc', content: [future] })).toBe('a\n')
  })
})
