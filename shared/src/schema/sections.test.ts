import { describe, expect, it } from 'vitest'
import { parseMarkdown } from './markdown/parse.ts'
import { nodeSize } from './nodeSize.ts'
import { schema } from './schema.ts'
import { sections } from './sections.ts'
import { wordCount } from './wordCount.ts'

const read = (markdown: string) => parseMarkdown(markdown).doc

const sample = `Before.

# Design

One [link](https://a.example).

## Risks

- It may break.

### Rollback

## Cost

None.
`

describe('sections', () => {
  it('begin at each heading and end at the next', () => {
    expect(sections(read(sample)).map(({ id, level, path, text }) => ({ id, level, path, text }))).toEqual([
      { id: 'start', level: 0, path: [], text: 'Before.' },
      { id: 'design', level: 1, path: ['Design'], text: 'One link.' },
      { id: 'risks', level: 2, path: ['Design', 'Risks'], text: 'It may break.' },
      { id: 'rollback', level: 3, path: ['Design', 'Risks', 'Rollback'], text: '' },
      { id: 'cost', level: 2, path: ['Design', 'Cost'], text: 'None.' },
    ])
  })

  it('are where the editor has them', () => {
    const doc = read(sample)
    const node = schema.nodeFromJSON(doc)
    for (const { from, to, text, level } of sections(doc)) {
      const part = node.slice(from, to).content
      if (level > 0) expect(part.firstChild?.type.name).toBe('heading')
      expect(part.textBetween(0, part.size, '\n')).toContain(text)
    }
    expect(sections(doc).at(-1)?.to).toBe(node.content.size)
    expect(nodeSize(doc)).toBe(node.nodeSize)
  })

  it('keep their id when the heading is renamed', () => {
    const doc = read('## <a id="risks"></a>What may go wrong\n')
    expect(sections(doc)[0]).toMatchObject({ id: 'risks', heading: 'What may go wrong' })
  })

  const changes: [string, string, boolean][] = [
    ['the same text', 'One [link](https://a.example).', false],
    ['another word', 'Two [link](https://a.example).', true],
    ['another target', 'One [link](https://b.example).', true],
    ['another mark', '**One** [link](https://a.example).', true],
    ['wrapped lines', 'One\n[link](https://a.example).', false],
  ]
  it.each(changes)('with %s: the hash of that section alone tells', (_, text, differs) => {
    const before = sections(read(sample))
    const after = sections(read(sample.replace('One [link](https://a.example).', text)))
    const changed = before.flatMap((section, index) =>
      section.hash === after[index]?.hash ? [] : [section.id],
    )
    expect(changed).toEqual(differs ? ['design'] : [])
  })

  it('of a heading with an impossible level are found all the same', () => {
    const heading = (level: unknown) => ({
      type: 'heading',
      attrs: { level },
      content: [{ type: 'text', text: 'A' }],
    })
    const found = sections({ type: 'doc', content: [heading(-1), heading('2'), heading(Number.NaN)] })
    expect(found.map(({ id, level }) => [id, level])).toEqual([
      ['a', 1],
      ['a-1', 1],
      ['a-2', 1],
    ])
  })

  it('count words of text, not of mark-up', () => {
    expect(
      wordCount(
        read('# Two words\n\n- and **three** more <!-- not these -->\n\n`code` - ![alt text](a.png)\n'),
      ),
    ).toBe(8)
  })
})
