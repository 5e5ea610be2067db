import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anchorFeatures, anchorFinder, placesFor } from './anchors.ts'
import { readEditor } from './blocks/editor.ts'
import { readMarkdown } from './blocks/markdown.ts'
import { categoryIds } from './categories.ts'
import { createForecaster } from './engine.ts'
import { checkBlock } from './facts.ts'
import { forecast } from './forecast.ts'
import { model } from './model.ts'
import { outlineOf } from './outline.ts'

const draft = `# Upload tokens

## Motivation

It is cumbersome to rotate tokens by hand, and many customers ask for a better way.

## Design

CI holds an upload token with write access to the registry. The token is stored beside the build. All packages are
signed every night, and old signatures are deleted. A build may fail when the registry is down.

- The size is limited to at most 10 packages.
- Names must not have the same name as another.

\`\`\`ts
sign(token)
\`\`\`

## Rollout

The service is rolled out next month behind a feature flag.

## Drawbacks

TBD
`

describe('a forecast', () => {
  test('ranks all categories, most likely first, with what moved each', () => {
    const { ranking } = forecast(draft)
    expect(ranking.map(({ category }) => category).toSorted()).toEqual(categoryIds.toSorted())
    expect(ranking.map(({ probability }) => probability)).toEqual(
      ranking.map(({ probability }) => probability).toSorted((a, b) => b - a),
    )
    expect(ranking.find(({ category }) => category === 'security')?.influences.length).toBeGreaterThan(0)
    expect(ranking.findIndex(({ category }) => category === 'security')).toBeLessThan(5)
  })

  test('quotes the passage it points at', () => {
    const { findings } = forecast(draft, { all: true })
    for (const { quote, from, to, line } of findings.filter(finding => finding.quote !== '')) {
      const plain = (text: string) => text.replace(/[`\s]+/g, ' ').trim()
      expect(plain(draft.slice(from, to))).toContain(plain(quote))
      expect(line).toBe(draft.slice(0, from).split('\n').length)
    }
  })

  test('shows the holes first and stays within its budget', () => {
    const shown = forecast(draft).findings.filter(finding => finding.shown)
    expect(shown[0]).toMatchObject({ rule: 'section-placeholder', section: 'Drawbacks' })
    expect(shown.length).toBeLessThanOrEqual(8)
  })

  test('puts the questions of its audience first', () => {
    const first = (audience: 'security' | 'sre') =>
      forecast(draft, { audience: [audience] }).findings.find(({ layer }) => layer === 'forecast')?.personas
    expect(first('security')).toContain('security')
    expect(first('sre')).toContain('sre')
  })

  test('with a known term is silent about it', () => {
    const source = '# Queue\n\nThe BFQ holds messages. A BFQ never blocks.\n'
    const rules = (knownTerms: string[]) => forecast(source, { knownTerms }).findings.map(({ rule }) => rule)
    expect(rules([])).toContain('acronym-unexpanded')
    expect(rules(['BFQ'])).not.toContain('acronym-unexpanded')
  })
})

describe('an edit', () => {
  const words = fc.constantFrom(
    'The',
    'token',
    'fails.',
    'All',
    'packages',
    'are',
    'deleted',
    '# Why',
    '- item',
    '`code`',
    'TBD',
    'BFQ',
    '\n\n',
  )
  const lines = fc.array(
    fc.array(words, { maxLength: 8 }).map(line => line.join(' ')),
    { maxLength: 12 },
  )

  test('gives the same forecast as reading the document anew', () => {
    fc.assert(
      fc.property(fc.array(lines, { minLength: 1, maxLength: 4 }), versions => {
        const forecaster = createForecaster()
        for (const version of versions) {
          const { blocks } = readMarkdown(version.join('\n\n'))
          expect(forecaster.update(blocks)).toEqual(createForecaster().update(blocks))
        }
      }),
      { numRuns: 30 },
    )
  })

  test.each([
    ['wrapping a paragraph otherwise', draft.replace('beside the build. All', 'beside\nthe build.\nAll')],
    [
      'numbering the sections',
      draft.replace('## Design', '## 2. Design').replace('## Rollout', '## 3. Rollout'),
    ],
    ['front matter', `---\ntitle: Tokens\n---\n\n${draft}`],
  ])('that is only %s leaves every question as it is', (_, edited) => {
    const asked = (source: string) =>
      forecast(source)
        .findings.map(({ id, question }) => [id, question])
        .toSorted()
    expect(asked(edited)).toEqual(asked(draft))
  })
})

test('the editor and a file with the same text get the same questions', () => {
  const text = (value: string) => [{ type: 'text', text: value }]
  const document = {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 1 }, content: text('Tokens') },
      { type: 'paragraph', content: text('CI holds an upload token. All packages are signed.') },
      { type: 'heading', attrs: { level: 2 }, content: text('Test plan') },
      { type: 'paragraph', content: text('TBD') },
    ],
  }
  const source = '# Tokens\n\nCI holds an upload token. All packages are signed.\n\n## Test plan\n\nTBD\n'
  const asked = createForecaster().update(readEditor(document).blocks).findings
  expect(asked.map(({ id, question, quote }) => [id, question, quote])).toEqual(
    forecast(source).findings.map(({ id, question, quote }) => [id, question, quote]),
  )
})

test('anchors are found by the same weights that were fitted', () => {
  const facts = readMarkdown(draft).blocks.map(checkBlock)
  const outline = outlineOf(facts)
  const find = anchorFinder(facts, outline, model.anchors)
  expect(model.anchors).toHaveLength(anchorFeatures.length)
  for (const category of categoryIds.keys()) {
    const slow = placesFor(category, facts, outline)
      .map(({ block, values }) => ({
        block,
        logOdds: values.reduce((sum, value, at) => sum + value * (model.anchors[at] ?? 0), 0),
      }))
      .sort((a, b) => b.logOdds - a.logOdds || a.block - b.block)
    expect(find(category, 3).map(({ block }) => block)).toEqual(slow.slice(0, 3).map(({ block }) => block))
  }
})
