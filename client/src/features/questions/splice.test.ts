import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splice } from './splice.ts'

test.each([
  ['nothing changed', 'abc', 'abc', { start: 3, removed: 0, inserted: [] }],
  ['one block edited', 'abc', 'axc', { start: 1, removed: 1, inserted: ['x'] }],
  ['a block repeated', 'aa', 'aaa', { start: 2, removed: 0, inserted: ['a'] }],
  ['everything gone', 'abc', '', { start: 0, removed: 3, inserted: [] }],
])('%s', (_, before, after, expected) => {
  expect(splice([...before], [...after])).toEqual(expected)
})

test('applying the splice always gives the new list', () => {
  const items = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 })
  fc.assert(
    fc.property(items, items, (before, after) => {
      const { start, removed, inserted } = splice(before, after)
      expect(before.toSpliced(start, removed, ...inserted)).toEqual(after)
    }),
  )
})
