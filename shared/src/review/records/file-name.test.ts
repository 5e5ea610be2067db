import { expect, test } from 'vitest'
import { fileName, readFileName } from './file-name.ts'

const names: [number, string, string][] = [
  [12, 'Use a queue', '0012-use-a-queue.md'],
  [12345, 'C++ & Rust: "both"?', '12345-c-rust-both.md'],
  [1, 'Größe über alles — naïve', '0001-große-uber-alles-naive.md'],
  [2, '決定', '0002-決定.md'],
  [3, '???', '0003-decision.md'],
  [4, '../../etc/passwd', '0004-etc-passwd.md'],
  [5, 'a'.repeat(200), `0005-${'a'.repeat(80)}.md`],
]

test.each(names)('%i “%s” is kept in %s', (number, title, file) => {
  expect(fileName(number, title)).toBe(file)
  expect(readFileName(file)?.number).toBe(number)
})

const read: [string, ReturnType<typeof readFileName>][] = [
  ['doc/adr/0007-use-x.md', { number: 7, date: null, slug: 'use-x' }],
  ['ADR-042.md', { number: 42, date: null, slug: '' }],
  ['20240131-use-x.md', { number: null, date: '2024-01-31', slug: 'use-x' }],
  ['2024-01-31-use-x.md', { number: null, date: '2024-01-31', slug: 'use-x' }],
  ['use-x.md', { number: null, date: null, slug: 'use-x' }],
  ['README.md', null],
  ['index.md', null],
  ['adr-template.md', null],
  ['0001-diagram.png', null],
]

test.each(read)('%s is read by its name', (path, file) => {
  expect(readFileName(path)).toEqual(file)
})
