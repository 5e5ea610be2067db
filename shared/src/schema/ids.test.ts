import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyDocument } from './documents.testing.ts'
import { identifiedBlocks, proposeIds, slug, withIds } from './ids.ts'

const headings = (...blocks: [id: string | null, text: string][]): string[] =>
  proposeIds(blocks.map(([id, text]) => ({ type: 'heading', id, text })))

describe('ids', () => {
  const rows: [name: string, blocks: [string | null, string][], ids: string[]][] = [
    [
      'of headings without one come from their text',
      [
        [null, 'What may go wrong?'],
        [null, 'Größe & Cost'],
      ],
      ['what-may-go-wrong', 'größe--cost'],
    ],
    [
      'of equal headings are numbered',
      [
        [null, 'A'],
        [null, 'A'],
        [null, 'A'],
      ],
      ['a', 'a-1', 'a-2'],
    ],
    [
      'stay when the heading is renamed',
      [
        ['a', 'B'],
        [null, 'A'],
      ],
      ['a', 'a-1'],
    ],
    [
      'of a later heading are not taken from it',
      [
        [null, 'A'],
        ['a', 'A'],
      ],
      ['a-1', 'a'],
    ],
    [
      'that occur twice stay with the first',
      [
        ['a', 'A'],
        ['a', 'B'],
      ],
      ['a', 'b'],
    ],
    [
      'of headings without a text are there all the same',
      [
        [null, ''],
        [null, '…'],
      ],
      ['section', 'section-1'],
    ],
  ]
  it.each(rows)('%s', (_, blocks, ids) => {
    expect(headings(...blocks)).toEqual(ids)
  })

  it('are what GitHub makes of a heading', () => {
    expect(slug('The `Foo` API (v2.0)_x - now')).toBe('the-foo-api-v20_x---now')
  })

  it('are given once and for all, each to one block', () => {
    fc.assert(
      fc.property(anyDocument, doc => {
        const ids = identifiedBlocks(doc).map(block => block.attrs?.['id'])
        expect(new Set(ids).size).toBe(ids.length)
        expect(withIds(doc)).toEqual(doc)
      }),
      { numRuns: 25 },
    )
  })
})
