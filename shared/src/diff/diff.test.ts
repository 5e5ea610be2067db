import type { JSONContent } from '@tiptap/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical } from '../schema/canonical.ts'
import { anyDocument } from '../schema/documents.testing.ts'
import { parseMarkdown } from '../schema/markdown/parse.ts'
import { plainText } from '../schema/plainText.ts'
import { apply, sliceInline } from './apply.ts'
import { collapse, countChanges } from './collapse.ts'
import { diff } from './diff.ts'
import type { BlockDiff } from './types.ts'

const read = (markdown: string): JSONContent => parseMarkdown(markdown).doc

/** A comparison in one line per block, `[-removed-]` and `{+added+}` in the text, and what moved named. */
const spell = (before: JSONContent, after: JSONContent): string[] => {
  const changes = diff(before, after)
  expect(apply(changes, before)).toEqual(canonical(after))
  expect(apply(diff(after, before), after)).toEqual(canonical(before))
  return spellBlocks(changes.blocks, before.content ?? [])
}

const spellBlocks = (blocks: readonly BlockDiff[], before: readonly JSONContent[]): string[] =>
  blocks.flatMap(one => {
    const old = 'from' in one ? (before[one.from] ?? {}) : {}
    if (one.kind === 'same') return [`  ${plainText(old)}`]
    if (one.kind === 'removed') return [`- ${plainText(one.block)}`]
    if (one.kind === 'added') return [`+ ${plainText(one.block)}`]
    if (one.kind === 'movedAway') return [`^ ${plainText(old)}`]
    const sign = one.kind === 'moved' ? '>' : '~'
    return [`${sign} ${one.change ? spellChange(one.change, old) : plainText(old)}`]
  })

const spellChange = (
  change: NonNullable<Extract<BlockDiff, { kind: 'moved' }>['change']>,
  old: JSONContent,
): string => {
  if (change.children) return spellBlocks(change.children, old.content ?? []).join(' / ')
  if (!change.text) return `${plainText(old)} ${JSON.stringify({ type: change.type, ...change.attrs })}`
  let at = 0
  const words = (content: JSONContent[]) => plainText({ type: 'paragraph', content })
  return change.text
    .map(part => {
      if (part.kind === 'added') return `{+${words(part.nodes)}+}`
      const same = sliceInline(old.content ?? [], at, at + part.length)
      at += part.length
      if (part.kind === 'removed') return `[-${words(part.nodes)}-]`
      return part.kind === 'formatted' ? `{=${words(part.nodes)}=}` : words(same)
    })
    .join('')
}

const sections = [
  '# A\n\nFirst text of this section.',
  '# B\n\nSecond text of this section.',
  '# C\n\nThird text of this section.',
]
const [a = '', b = '', c = ''] = sections

describe('a comparison', () => {
  const rows: [name: string, before: string, after: string, shown: string[]][] = [
    ['nothing', 'a', 'a', ['  a']],
    [
      'a word',
      'It is a slow cache for us.',
      'It is a fast cache for us.',
      ['~ It is a [-slow-]{+fast+} cache for us.'],
    ],
    ['a word added', 'It is a cache.', 'It is a fast cache.', ['~ It is a {+fast +}cache.']],
    ['a mark', 'It is a fast cache.', 'It is a **fast** cache.', ['~ It is a {=fast=} cache.']],
    [
      'a rewritten sentence',
      'The old way is bad for all of us here.',
      'Our new path is good for none of you there.',
      ['- The old way is bad for all of us here.', '+ Our new path is good for none of you there.'],
    ],
    ['a block added', 'a\n\nc', 'a\n\nb\n\nc', ['  a', '+ b', '  c']],
    ['a block removed', 'a\n\nb\n\nc', 'a\n\nc', ['  a', '- b', '  c']],
    [
      'a code line',
      '```\nlet a = 1\nlet b = 2\n```',
      '```\nlet a = 1\nlet b = 3\n```',
      ['~ let a = 1\nlet b = [-2-]{+3+}'],
    ],
    [
      'a cell',
      '| a | b |\n|-|-|\n| 1 | 2 |',
      '| a | b |\n|-|-|\n| 1 | 3 |',
      ['~   a\nb / ~   1 / ~ ~ [-2-]{+3+}'],
    ],
    [
      'a row',
      '| a |\n|-|\n| one |\n| two |',
      '| a |\n|-|\n| one |\n| new |\n| two |',
      ['~   a /   one / + new /   two'],
    ],
    [
      'an item',
      '- one thing\n- two things',
      '- one thing\n- two other things',
      ['~   one thing / ~ ~ two {+other +}things'],
    ],
    ['a level', '# A', '## A', ['~ A {"level":2,"id":"a"}']],
    [
      'a section moved',
      `${a}\n\n${b}\n\n${c}`,
      `${b}\n\n${c}\n\n${a}`,
      [
        '^ A',
        '  B',
        '  Second text of this section.',
        '  C',
        '  Third text of this section.',
        '> A',
        '> First text of this section.',
      ],
    ],
    [
      'a section moved and changed',
      `${a}\n\n${b}\n\n${c}`,
      `${c.replace('Third', 'Last')}\n\n${a}\n\n${b}`,
      [
        '> C',
        '> [-Third-]{+Last+} text of this section.',
        '  A',
        '  First text of this section.',
        '  B',
        '  Second text of this section.',
        '^ C',
      ],
    ],
    [
      'a heading renamed',
      a,
      a.replace('# A', '# <a id="a"></a>New name'),
      ['~ [-A-]{+New name+}', '  First text of this section.'],
    ],
    [
      'a paragraph moved to another section',
      `${a}\n\nA paragraph that will move.\n\n${b}`,
      `${a}\n\n${b}\n\nA paragraph that will move.`,
      [
        '  A',
        '  First text of this section.',
        '^ A paragraph that will move.',
        '  B',
        '  Second text of this section.',
        '> A paragraph that will move.',
      ],
    ],
    ['a diagram', '$$\na\n$$', '$$\nb\n$$', ['~ a {"latex":"b"}']],
  ]
  it.each(rows)('of %s', (_, before, after, shown) => {
    expect(spell(read(before), read(after))).toEqual(shown)
  })

  it('applied to the version before gives the version after, for any two documents', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (before, after) => {
        expect(apply(diff(before, after), before)).toEqual(after)
      }),
      { numRuns: 50 },
    )
  })

  it('applied gives the version after, for a document and an edited one', () => {
    const edit = fc.record({ cut: fc.nat(), drop: fc.nat(), swap: fc.nat(), insert: anyDocument })
    fc.assert(
      fc.property(anyDocument, edit, (before, { cut, drop, swap, insert }) => {
        const blocks = [...(before.content ?? [])]
        const [moved] = blocks.splice(swap % blocks.length, 1)
        blocks.splice(
          cut % (blocks.length + 1),
          0,
          ...(moved ? [moved] : []),
          ...(insert.content ?? []).slice(0, 1),
        )
        blocks.splice(drop % blocks.length, 1)
        const after = canonical({
          type: 'doc',
          content: blocks.length > 0 ? blocks : [{ type: 'paragraph' }],
        })
        expect(apply(diff(before, after), before)).toEqual(after)
      }),
      { numRuns: 50 },
    )
  })

  it('refuses to be applied to another version', () => {
    const changes = diff(read('a\n\nb\n\nc'), read('a\n\nb\n\nd'))
    expect(() => apply(changes, read('a'))).toThrow('names block')
  })
})

describe('a comparison of eighty changes', () => {
  const paragraphs = Array.from(
    { length: 400 },
    (_, index) => `Paragraph ${index} says what it has always said about the matter.`,
  )
  const edited = paragraphs.map((text, index) => (index % 5 === 2 ? text.replace('always', 'never') : text))
  const changes = diff(read(paragraphs.join('\n\n')), read(edited.join('\n\n')))

  it('counts each', () => {
    expect(countChanges(changes)).toBe(80)
  })

  it('folds away what did not change and loses no block', () => {
    const shown = collapse(changes, 1)
    expect(shown.filter(part => part.kind === 'unchanged').flatMap(part => part.blocks).length).toBe(158)
    expect(shown.flatMap(part => part.blocks)).toEqual(changes.blocks)
  })
})
