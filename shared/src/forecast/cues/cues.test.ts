import { describe, expect, test } from 'vitest'
import { readMarkdown } from '../blocks/markdown.ts'
import { checkBlock } from '../facts.ts'
import { allCues } from '../words.ts'

describe.each(allCues.map(cue => [`${cue.category}/${cue.id}`, cue] as const))('%s', (_, cue) => {
  test('is heard where its example says', () => {
    const marked = cue.example.match(/\[\[(.*?)\]\]/)?.[1]
    const source = cue.example.replace(/\[\[|\]\]/g, '')
    const facts = readMarkdown(source).blocks.map(checkBlock)
    const heard = facts.flatMap(({ about, block }) =>
      about.cueHits
        .filter(hit => allCues[hit.cue]?.id === cue.id)
        .map(({ from, to }) => block.text.slice(from, to)),
    )
    expect(heard).toEqual([marked])
  })

  test('asks a question', () => {
    expect(cue.question).toMatch(/\?$/)
    expect(cue.reason).toMatch(/\.$/)
  })
})
