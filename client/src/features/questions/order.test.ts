import { expect, test } from 'vitest'
import { steadyOrder } from './order.ts'

const order = (shown: string, ranked: string) =>
  steadyOrder(
    [...shown],
    [...ranked].map(id => ({ id })),
  )
    .map(({ id }) => id)
    .join('')

test.each([
  ['at first the ranking decides', '', 'abc', 'abc'],
  ['a new ranking moves nothing that is on screen', 'abc', 'cba', 'abc'],
  ['what is answered leaves, the rest stays put', 'abc', 'ca', 'ac'],
  ['what is new stands behind the one it follows', 'abc', 'abxc', 'abxc'],
  ['what is new and likeliest comes first', 'abc', 'xabc', 'xabc'],
])('%s', (_, shown, ranked, expected) => {
  expect(order(shown, ranked)).toBe(expected)
})
