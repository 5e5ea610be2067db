import { expect, test } from 'vitest'
import { looksLikeMarkdown } from './pasteMarkdown.ts'

test.each([
  '# Title',
  '- one\n- two',
  '1. one\n2. two',
  '- [ ] task',
  '```js\n1\n```',
  '| a | b |\n| - | - |',
  'see [the docs](https://example.org)',
  'this is **bold**',
  'call `run()`',
])('%j is pasted as Markdown', text => {
  expect(looksLikeMarkdown(text)).toBe(true)
})

test.each(['Hello there.', '2 * 3 * 4', '#hashtag', 'a - b - c', 'snake_case_name', '- a lone dash'])(
  '%j is pasted as it is',
  text => {
    expect(looksLikeMarkdown(text)).toBe(false)
  },
)
