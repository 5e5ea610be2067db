import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Problem } from '../../contract/problems.ts'
import { schema } from '../schema.ts'
import { longestMarkdown, parseMarkdown } from './parse.ts'
import { printMarkdown } from './print.ts'

/** Each would take minutes, or more calls inside each other than there can be, if it were read as written. */
const hostile: [string, string][] = [
  ['quotes in quotes', '>'.repeat(20_000)],
  ['lists in lists', '- '.repeat(8_000)],
  ['numbers in numbers', '1. '.repeat(5_000)],
  ['links without an end', '[a](b'.repeat(20_000)],
  ['images without an end', '![a]('.repeat(20_000)],
  ['brackets in brackets', '['.repeat(20_000) + ']'.repeat(20_000)],
  ['emphasis in emphasis', '*a '.repeat(20_000)],
  ['comments without an end', 'a <!-- '.repeat(8_000)],
  ['a definition without an end', `[${'a\n'.repeat(20_000)}`],
  ['spaces', `a${' '.repeat(50_000)}b`],
  ['parentheses behind an address', `https://a.example/${')'.repeat(30_000)}`],
  ['addresses', 'https://a.example '.repeat(5_000)],
  ['a table of a billion cells', `${'|a'.repeat(5_000)}\n${'|-'.repeat(5_000)}\n${'|b|\n'.repeat(5_000)}`],
  ['elements in elements', '<div><p>'.repeat(8_000)],
  ['scripts', 'a\n\n<script>\n'.repeat(3_000)],
  ['many headings of one name', '# same\n\n'.repeat(3_000)],
  [
    'aliases of aliases',
    `---\na: &a [x]\n${['b', 'c', 'd', 'e', 'f', 'g'].map((name, index) => `${name}: &${name} [${`*${'abcdef'[index]},`.repeat(9)}]\n`).join('')}---\n`,
  ],
]

describe('a hostile file', () => {
  it.each(hostile)('of %s is read in reasonable time', (_, markdown) => {
    const { doc } = parseMarkdown(markdown)
    expect(doc.type).toBe('doc')
  })

  it('is refused when it is longer than anything we read', () => {
    expect(() => parseMarkdown('a'.repeat(longestMarkdown + 1))).toThrow(Problem)
  })

  it('of ordinary text is read whole', () => {
    const { doc, notices } = parseMarkdown(
      'Some *ordinary* text, with `code` and [a link](b.md).\n\n'.repeat(2_000),
    )
    expect(doc.content?.length).toBe(2_000)
    expect(notices).toEqual([])
  })

  it('tells where it gave up', () => {
    const codes = (markdown: string) => new Set(parseMarkdown(markdown).notices.map(notice => notice.code))
    expect(codes('>'.repeat(1000))).toEqual(new Set(['nesting']))
    expect(codes('[a](b'.repeat(40_000))).toEqual(new Set(['longBlock']))
  })
})

const pieces = fc.constantFrom(
  ...[
    'a',
    'b c',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\t',
    '    ',
    '*',
    '**',
    '_',
    '~~',
    '`',
    '```',
    '$',
    '$$',
    '[',
    ']',
    '(',
    ')',
    '![',
    '[^1]',
    '[^1]:',
    '<',
    '>',
    '</',
    '<b>',
    '</b>',
    '<details>',
    '</details>',
    '<table>',
    '<td>',
    '</table>',
    '<!--',
    '-->',
    '<!-- proposal -->',
    '<!-- /proposal -->',
    '<!-- options -->',
    '<!-- guidance: x -->',
    '> ',
    '> [!NOTE]',
    '- ',
    '- [ ] ',
    '1. ',
    '# ',
    '---',
    '===',
    '|',
    '| - |',
    '&',
    '&amp;',
    '&#0;',
    '\\',
    'http://a.b',
    'javascript:',
    '\u0000',
    '\r',
    '😀',
    '<script>',
    '"',
    "'",
    '=',
  ],
)

describe('any text', () => {
  it('prints what follows a language with single spaces, as it is read', () => {
    const { doc } = parseMarkdown('```ts title=a   line=3\nx\n```')
    expect(doc.content?.[0]?.attrs).toMatchObject({ language: 'ts', meta: 'title=a line=3' })
    expect(parseMarkdown(printMarkdown(doc)).doc).toEqual(doc)
  })

  it('is read as a document of the schema, which prints as Markdown that reads back as itself', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), parts => {
        const { doc } = parseMarkdown(parts.join(''))
        schema.nodeFromJSON(doc).check()
        const again = parseMarkdown(printMarkdown(doc)).doc
        expect(again).toEqual(doc)
      }),
      { numRuns: 120 },
    )
  })
})
