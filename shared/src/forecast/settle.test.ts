import { describe, expect, test } from 'vitest'
import { forecast } from './forecast.ts'
import { demotedRules, type Settlement, settle } from './settle.ts'
import type { Finding } from './types.ts'

const text =
  '# Cache\n\nPages are slow.\n\n## Queue\n\nThe BFQ holds messages. A BFQ never blocks.\n\n## Test plan\n\nTBD\n'
const checks = (source: string): Finding[] =>
  forecast(source).findings.filter(({ layer }) => layer === 'check')

function settledBy(finding: Finding | undefined, more: Partial<Settlement> = {}): Settlement {
  const { id = '', looseId = '', rule = '' } = finding ?? {}
  const base = { finding: { id, looseId, rule }, by: 'ada', at: '2031-01-01T00:00:00Z' }
  // reason: tests build every variant
  return { ...base, state: 'dismissed', reason: 'not relevant', scope: 'this', ...more } as Settlement
}

const stateOf = (
  source: string,
  rule: string,
  settlements: readonly Settlement[],
  answers: readonly string[] = [],
) =>
  settle(checks(source), settlements, new Set(answers))
    .findings.filter(({ finding }) => finding.rule === rule)
    .map(({ state }) => state)

const placeholder = checks(text).find(({ rule }) => rule === 'section-placeholder')
const acronym = checks(text).find(({ rule }) => rule === 'acronym-unexpanded')

describe('a settled finding stays settled', () => {
  test.each([
    ['when nothing changes', text],
    [
      'when text is written before it',
      text.replace('Pages are slow.', 'Pages are slow. Very slow.\n\nMore.'),
    ],
    [
      'when its section moves',
      text.replace(/## Queue[^#]*/, '').concat('\n## Queue\n\nThe BFQ holds messages. A BFQ never blocks.\n'),
    ],
    ['when the paragraph is wrapped otherwise', text.replace('holds messages. A', 'holds\nmessages.\nA')],
    ['when its sentence is edited', text.replace('holds messages', 'holds all messages')],
  ])('%s', (_, source) => {
    expect(stateOf(source, 'acronym-unexpanded', [settledBy(acronym)])).toEqual(['dismissed'])
    expect(stateOf(source, 'section-placeholder', [settledBy(placeholder)])).toEqual(['dismissed'])
  })
})

test('a finding whose answer was deleted is open again', () => {
  const answered = settledBy(placeholder, { state: 'answered', passage: 'By hand.', answerId: 'q1' })
  expect(stateOf(text, 'section-placeholder', [answered], ['q1'])).toEqual(['answered'])
  expect(stateOf(text, 'section-placeholder', [answered])).toEqual(['open'])
})

test('a settlement without its finding is gone, and back when the passage returns', () => {
  const settlement = settledBy(placeholder)
  expect(settle(checks(text.replace('TBD', 'By hand.')), [settlement], new Set()).gone).toEqual([settlement])
  expect(stateOf(text, 'section-placeholder', [settlement])).toEqual(['dismissed'])
})

test('a dismissal for the workspace covers the term in other documents', () => {
  const known = settledBy(acronym, { reason: 'known term', scope: 'workspace', term: 'BFQ' })
  expect(stateOf('# Other\n\nA BFQ is fast. Each BFQ is large.\n', 'acronym-unexpanded', [known])).toEqual([
    'dismissed',
  ])
})

test('a rule called wrong more than three times in ten is demoted', () => {
  const wrong = (count: number) =>
    Array.from({ length: 20 }, (_, at) =>
      settledBy(acronym, { reason: at < count ? 'wrong' : 'not relevant' }),
    )
  expect(demotedRules(wrong(6))).toEqual([])
  expect(demotedRules(wrong(7))).toEqual(['acronym-unexpanded'])
})
