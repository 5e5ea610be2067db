import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readEditor } from './blocks/editor.ts'
import { createForecaster } from './engine.ts'
import { forecast } from './forecast.ts'

const hostile: readonly [string, (size: number) => string][] = [
  ['one long word', size => 'a'.repeat(size)],
  ['one sentence without an end', size => 'the token and '.repeat(size / 14)],
  ['spaces', size => `a${' '.repeat(size)}b.`],
  ['dots', size => '.'.repeat(size)],
  ['quotation marks', size => '"a '.repeat(size / 3)],
  ['capitals', size => 'AB ('.repeat(size / 4)],
  ['brackets', size => '['.repeat(size)],
  ['nested quotes', size => `${'> '.repeat(size / 2)}a`],
  ['nested lists', size => `${'- '.repeat(size / 2)}a`],
  ['words that almost match', size => 'if the is are be will must not only all every '.repeat(size / 46)],
]

test.each(hostile)('%s: ten times as much costs about ten times as long', (_, build) => {
  const time = (size: number) => {
    const text = build(size)
    const start = performance.now()
    forecast(text)
    return performance.now() - start
  }
  time(5_000)
  // Ten times the text may take three times its share: the machine may be busy, a quadratic step takes a hundred times.
  const small = Math.max(time(20_000), 60)
  expect(time(200_000)).toBeLessThan(small * 30)
})

test('a line of a megabyte is read', () => {
  expect(forecast('The token is stored. '.repeat(50_000)).words).toBe(200_000)
})

test('ten thousand nested lists are read, from a file and from the editor', () => {
  expect(() => forecast(`${'- '.repeat(10_000)}a`)).not.toThrow()
  let node: object = { type: 'paragraph', content: [{ type: 'text', text: 'TBD' }] }
  for (let depth = 0; depth < 10_000; depth++) {
    node = { type: depth % 2 ? 'bulletList' : 'listItem', content: [node] }
  }
  const { blocks, starts } = readEditor({ type: 'doc', content: [node] })
  expect(starts).toEqual([10_001])
  expect(() => createForecaster().update(blocks)).not.toThrow()
})

const pieces = fc.constantFrom(
  ...[
    '# ',
    '- ',
    '> ',
    '| a | b |\n|-|-|\n',
    '```',
    '~~~',
    '`',
    '**',
    '_',
    '[',
    '](',
    ')',
    '<!--',
    '-->',
    '---\n',
    '\n',
    '\n\n',
  ],
  ...['\t', 'TBD', 'All packages.', 'A1B2', '\u0000', '😀', '\uD800', 'é', '<b>', '&amp;', '1. ', '[ ] '],
)

test('no Markdown makes it throw', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 60 }), parts => {
      const text = parts.join('')
      for (const { from, to, score } of forecast(text, { all: true }).findings) {
        expect(from).toBeLessThanOrEqual(to)
        expect(to).toBeLessThanOrEqual(text.length)
        expect(Number.isFinite(score)).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
})
