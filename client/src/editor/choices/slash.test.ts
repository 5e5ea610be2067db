import { expect, test } from 'vitest'
import { matching } from './slash.ts'

test.each([
  ['tab', ['Option table', 'Table']],
  ['h2', ['Heading 2']],
  ['todo', ['Action item', 'Task list']],
  ['list', ['Bullet list', 'Numbered list', 'Task list']],
  ['zzz', []],
])('typing /%s offers %j', (query, labels) => {
  const found = matching(query).map(({ label }) => label)
  expect(found.toSorted()).toEqual(labels.toSorted())
})

test('a bare slash offers everything', () => {
  expect(matching('').length).toBeGreaterThan(10)
})
