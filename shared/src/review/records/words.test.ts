import { expect, test } from 'vitest'
import { parseMarkdown } from '../../schema/markdown/parse.ts'
import { recordWords } from './words.ts'

const known = { title: 'Use a log', tags: ['storage'], sources: [] }
const wordsOf = (markdown: string) => recordWords(parseMarkdown(markdown).doc, known)

test('a design doc gives a record its words by what its headings say', () => {
  const words = wordsOf(`
## Summary

<!-- guidance: Write this last. -->

We write a log.

## Context

Today there is a **tree**.

### Numbers

It takes 3 ms.

## Goals and non-goals

- Writes in 1 ms
- No new machine

## Proposal

A log.

## Alternatives

### Keep the tree

Nothing to do.

- Good, because it is there
- Bad, because it is slow

### Buy one

## Cost and ownership

- Good, because fewer writes
- One more thing to run

## Risks

- It may fill the disk

## Testing

We measure for a week.
`)
  expect(words).toEqual({
    ...known,
    option: 'Use a log',
    context: 'We write a log.\n\nToday there is a **tree**.\n\n### Numbers\n\nIt takes 3 ms.',
    drivers: ['Writes in 1 ms', 'No new machine'],
    options: [
      { title: 'Use a log', text: '', arguments: [] },
      {
        title: 'Keep the tree',
        text: 'Nothing to do.',
        arguments: [
          { leaning: 'good', text: 'it is there' },
          { leaning: 'bad', text: 'it is slow' },
        ],
      },
      { title: 'Buy one', text: '', arguments: [] },
    ],
    consequences: [
      { leaning: 'good', text: 'fewer writes' },
      { leaning: 'neutral', text: 'One more thing to run' },
      { leaning: 'bad', text: 'It may fill the disk' },
    ],
    confirmation: 'We measure for a week.',
    more: '',
  })
})

test.each<[string, string[]]>([
  ['- **Keep it**: nothing changes\n- **Drop it**', ['Keep it', 'Drop it']],
  ['- Keep it: nothing changes\n- Drop it. It is old.', ['Keep it', 'Drop it']],
  ['| Option | Cost |\n| --- | --- |\n| Keep it | 3 |\n| Drop it | 4 |', ['Keep it', 'Drop it']],
  ['', []],
])('alternatives written as %j are options', (alternatives, titles) => {
  const { options } = wordsOf(`## Alternatives\n\n${alternatives}\n`)
  expect(options.map(({ title }) => title)).toEqual(titles.length > 0 ? ['Use a log', ...titles] : [])
})

test('a proposal block gives its options and the recommended one', () => {
  const words = wordsOf(`
## Proposals

<!-- proposal -->

**Proposal**

**Which queue?**

<!-- options -->

<!-- option-table -->

| Option | Cost |
| ------ | ---- |
| Red queue | low |
| Blue queue | high |

<!-- /option-table -->

<!-- recommendation -->

**Recommendation**

Take the blue queue, it is faster.

<!-- /proposal -->
`)
  expect(words.option).toBe('Blue queue')
  expect(words.options).toEqual([
    { title: 'Red queue', text: 'Cost: low', arguments: [] },
    { title: 'Blue queue', text: 'Cost: high', arguments: [] },
  ])
})

test('a text without headings gives a record without words', () => {
  expect(wordsOf('Just this.')).toMatchObject({ option: 'Use a log', context: '', options: [], drivers: [] })
})
