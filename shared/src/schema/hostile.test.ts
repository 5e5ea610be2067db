import type { JSONContent } from '@tiptap/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diff } from '../diff/diff.ts'
import { canonical } from './canonical.ts'
import { anyDocument } from './documents.testing.ts'
import { printHtml } from './html/print.ts'
import { proposeIds } from './ids.ts'
import { parseMarkdown } from './markdown/parse.ts'
import { printMarkdown } from './markdown/print.ts'
import { nodeSize } from './nodeSize.ts'
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

  it('cannot smuggle a link that does something into an export', () => {
    const marks = [{ type: 'link', attrs: { href: 'java\tscript:x' } }]
    const inline = [
      { type: 'text', text: 'a', marks },
      { type: 'text', text: 'b', marks: [{ type: 'link', attrs: { href: { a: 1 } } }] },
      { type: 'image', attrs: { src: 'data:text/html,x', alt: 'c', href: 'https://d.example' } },
      { type: 'image', attrs: { src: 'e.png', alt: 'f', href: 'data:text/html,x', width: 5 } },
      { type: 'documentReference', attrs: { kind: 'javascript', id: 'x', label: 'g' } },
      { type: 'footnoteReference', attrs: { label: 'h](javascript:x)' } },
      { type: 'footnoteReference', attrs: { label: 'i](data:text/html,x)' } },
    ]
    const doc = { type: 'doc', content: [{ type: 'paragraph', content: inline }] }
    const printed = printMarkdown(doc)
    expect(printed).not.toMatch(/\]\(<?\s*(java|data:)|="(java|data:)/)
    expect(printed).toMatch(/^ab/)
    expect(printHtml(doc, { title: 'T' })).not.toMatch(/(href|src)="\s*(java|data:)/)
  })

  it('has headings and cells within bounds when exported', () => {
    const cell = (colspan: unknown) => ({
      type: 'tableCell',
      attrs: { colspan, rowspan: Number.NaN },
      content: [{ type: 'paragraph' }],
    })
    const row = { type: 'tableRow', content: [cell(1e9), cell(-1), cell({}), cell('x')] }
    const heading = { type: 'heading', attrs: { level: 99 }, content: [{ type: 'text', text: 'a' }] }
    const doc = { type: 'doc', content: [heading, { type: 'table', content: [row] }] }
    expect(printMarkdown(doc)).toMatch(/^# a/)
    expect(printMarkdown(doc).match(/(col|row)span="[^"]*"/g)).toEqual(['colspan="100"'])
    expect(printHtml(doc, { title: 'T' })).not.toMatch(/<h99|colspan="\d{4}/)
  })

  it('may name its nodes after what every table has', () => {
    const trap = (type: string) => ({ type, content: [{ type: 'text', text: 'a', marks: [{ type }] }] })
    for (const type of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      const doc = { type: 'doc', content: [trap(type)] }
      expect([printMarkdown(doc), wordCount(canonical(doc)), nodeSize(trap(type))]).toEqual(['a\n', 1, 3])
      expect(proposeIds([{ type, id: null, text: '' }])).toEqual(['block'])
    }
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
