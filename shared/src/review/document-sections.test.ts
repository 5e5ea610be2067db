import { expect, test } from 'vitest'
import { parseMarkdown } from '../schema/markdown/parse.ts'
import { documentSections } from './document-sections.ts'
import { Section } from './sections.ts'

const touched = [
  { spaceId: 'space-api', name: 'API design', prefix: 'API' },
  { spaceId: 'space-store', name: 'Storage', prefix: 'STOR' },
]

const sectionsOf = (markdown: string) => documentSections(parseMarkdown(markdown).doc, touched)

test.each<[string, Section['part'], string[]]>([
  ['Summary', 'summary', []],
  ['1. Summary of the change', 'summary', []],
  ['Proposal', 'proposal', []],
  ['Decision outcome', 'decision', []],
  ['Rollout', 'other', []],
  ['Limits (STOR)', 'other', ['space-store']],
  ['What changes in API design and storage', 'other', ['space-api', 'space-store']],
  ['Apiary', 'other', []],
])('a section called %j is for %s and answered for by %j', (heading, part, domains) => {
  expect(sectionsOf(`## ${heading}\n\nText\n`)).toMatchObject([{ title: heading, part, domains }])
})

test('a subsection is for what the section above it is for, unless it says otherwise', () => {
  const found = sectionsOf('## Proposal\n\nA\n\n### Storage\n\nB\n\n#### Decision\n\nC\n\n## Rollout\n\nD\n')
  expect(found.map(({ part, domains }) => [part, domains])).toEqual([
    ['proposal', []],
    ['proposal', ['space-store']],
    ['decision', ['space-store']],
    ['other', []],
  ])
})

test.each(['constructor', '__proto__', 'a.b', '$set'])('a heading with the id %j can be kept', id => {
  const heading = { type: 'heading', attrs: { level: 2, id }, content: [{ type: 'text', text: 'Title' }] }
  const found = documentSections({ type: 'doc', content: [heading] }, [])
  expect(Section.array().parse(found)).toHaveLength(1)
  expect(found[0]?.sectionId).not.toMatch(/[.$]/)
})
