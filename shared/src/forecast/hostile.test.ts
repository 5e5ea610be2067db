import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readEditor } from './blocks/editor.ts'
import { createForecaster } from './engine.ts'
import { forecast } from './forecast.ts'

const hostile: Record<string, (size: number) => string> = {
  'one long word': size => 'a'.repeat(size),
  'one long line': size => 'The token is stored. '.repeat(size / 21),
  'one sentence without an end': size => 'the token and '.repeat(size / 14),
  spaces: size => `a${' '.repeat(size)}b.`,
  dots: size => '.'.repeat(size),
  'quotation marks': size => '"a '.repeat(size / 3),
  capitals: size => 'AB ('.repeat(size / 4),
  'nested quotes': size =>
    `${'> '.repeat(Math.min(size / 2, 2_000))}a\n`.repeat(Math.max(1, Math.floor(size / 4_000))),
  brackets: size => '['.repeat(Math.min(size, 20_000)),
  headings: size => '# a\n\n'.repeat(Math.min(size / 5, 5_000)),
  'words that almost match': size => 'if the is are be will must not only all every '.repeat(size / 46),
}

test.each(Object.keys(hostile))(
  '%s: ten times as much costs about ten times as long',
  name => {
    const build = hostile[name] ?? (() => '')
    const time = (size: number) => {
      const text = build(size)
      const start = performance.now()
      forecast(text)
      return performance.now() - start
    }
    time(5_000)
  // Ten times the text may take three times its share: the machine may be busy, a quadratic step takes a hundred times.
  const small = Math.max(time(20_000), 20)
  expect(time(200_000)).toBeLessThan(small * 30)
})
  expect(starts).toEqual([10_001])
  expect(() => createForecaster().update(blocks)).not.toThrow()
})

test('no Markdown makes it throw', () => {
  const pieces = fc.constantFrom(
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
    '\t',
    'TBD',
    'All packages.',
    'A1B2',
    '\u0000',
    '😀',
    '\uD800',
    'é',
    '<b>',
    '&amp;',
    '1. ',
    '[ ] ',
  )
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
