import { expect, test } from 'vitest'
import { forecast } from '../forecast.ts'
import { formats } from './all.ts'
import type { Report } from './report.ts'

const source = '# Cache\n\nPages are slow, 50% of them.\n\n## Test plan\n\nTBD\n'
const result = forecast(source)
const findings = result.findings.filter(({ rule }) => rule === 'section-placeholder')
const report: Report = { version: '1.0.0', files: [{ file: 'docs/a:b.md', forecast: result, findings }] }

test('github escapes what its commands are made of', () => {
  expect(formats.github(report)).toBe(
    '::error file=docs/a%3Ab.md,line=7,title=section-placeholder::How will this be tested, and what must pass before it ships? (“Test plan” says only “TBD”)',
  )
})

test('rdjsonl is one finding per line', () => {
  expect(JSON.parse(formats.rdjsonl(report))).toMatchObject({
    location: { path: 'docs/a:b.md', range: { start: { line: 7 } } },
    severity: 'ERROR',
    code: { value: 'section-placeholder' },
  })
})

test('pretty says what, where, who and why', () => {
  expect(formats.pretty(report).split('\n')).toEqual([
    'docs/a:b.md  7 words, 1 question expected',
    '',
    '  7  How will this be tested, and what must pass before it ships?',
    '      “TBD”',
    '      in Test plan · Project lead, Peer engineer · “Test plan” says only “TBD”. [section-placeholder]',
    '',
  ])
})

test('SARIF names every rule it reports, and where', () => {
  const { runs } = JSON.parse(formats.sarif(report))
  const [{ tool, results }] = runs
  expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toContain('section-placeholder')
  expect(results).toMatchObject([
    {
      ruleId: 'section-placeholder',
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'docs/a:b.md' },
            region: { startLine: 7, charOffset: source.indexOf('TBD'), charLength: 3 },
          },
        },
      ],
    },
  ])
})

test('SARIF describes the rule of every finding, cues included', () => {
  const all = forecast(source, { all: true })
  const [{ tool, results }] = JSON.parse(
    formats.sarif({ version: '1.0.0', files: [{ file: 'a.md', forecast: all, findings: all.findings }] }),
  ).runs
  const known = new Set(tool.driver.rules.map(({ id }: { id: string }) => id))
  expect(results.filter(({ ruleId }: { ruleId: string }) => !known.has(ruleId))).toEqual([])
})
