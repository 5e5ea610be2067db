import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Problem } from '../contract/problems.ts'
import { parseMarkdown } from '../schema/markdown/parse.ts'
import { printMarkdown } from '../schema/markdown/print.ts'
import { schema } from '../schema/schema.ts'
import { builtInTemplates, parseTemplate } from './template.ts'

const source = (name: string) => readFileSync(new URL(`./${name}.md`, import.meta.url), 'utf8')

describe.each(builtInTemplates)('the template %s', name => {
  const template = parseTemplate(source(name))

  it('is a document of the schema', () => {
    schema.nodeFromJSON(template.doc).check()
  })

  it('tells in every section what to write and which questions to answer', () => {
    for (const { heading, guidance, questions } of template.sections) {
      expect(guidance, heading).toMatch(/\w{3}.*[.?]$/s)
      expect(questions.length, heading).toBeGreaterThan(0)
      for (const question of questions) expect(question).toMatch(/^\p{Lu}.*\?$/u)
    }
  })

  it('says what a document cannot do without', () => {
    expect(template.sections.some(section => section.required)).toBe(true)
  })

  it('reads well as Markdown: what is printed is what was read', () => {
    const { doc } = parseMarkdown(source(name))
    expect(parseMarkdown(printMarkdown(doc)).doc).toEqual(doc)
  })
})

describe('a template', () => {
  const front = 'name: A\ndescription: B.\nkind: c\nversion: 1\naudience: [peer]\npolicy: light'

  it('knows its sections by ids that survive renaming', () => {
    const { sections, doc } = parseTemplate(
      `---\n${front}\n---\n\n## What changes\n\n<!-- section: optional\n- For whom?\n-->\n\n<!-- guidance: Be\nbrief. -->\n`,
    )
    expect(sections).toEqual([
      {
        id: 'what-changes',
        heading: 'What changes',
        level: 2,
        required: false,
        questions: ['For whom?'],
        guidance: 'Be brief.',
      },
    ])
    expect(doc.content?.map(block => block.type)).toEqual(['heading', 'guidance'])
  })

  const mistakes: [string, string, string][] = [
    ['an unknown reader', front.replace('peer', 'nobody'), 'audience.0'],
    ['an unknown policy', front.replace('light', 'whatever'), 'policy'],
    ['no name', front.replace('name: A\n', ''), 'name'],
    ['a setting we do not know', `${front}\ncolour: red`, 'colour'],
  ]
  it.each(mistakes)('with %s is refused and told why', (_, matter, reason) => {
    const text = `---\n${matter}\n---\n\n## A\n\n<!-- section: required -->\n`
    expect(refusal(text).details?.join(' ')).toContain(reason)
  })

  it('whose section is neither required nor optional is refused', () => {
    expect(refusal(`---\n${front}\n---\n\n## A\n\ntext\n`).details).toEqual([
      '“A” does not say whether it is required or optional.',
    ])
  })
})

const refusal = (markdown: string): Problem => {
  try {
    parseTemplate(markdown)
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('was not refused')
}
