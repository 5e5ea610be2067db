import { expect, test } from 'vitest'
import { readMarkdown } from './blocks/markdown.ts'
import { conflictsBetween, definitionsOf, firstUses } from './glossary.ts'

test.each([
  ['A Service Level Objective (SLO) is kept.', [['SLO', 'Service Level Objective']]],
  ['The SLO (service level objective) is kept.', [['SLO', 'service level objective']]],
  ['The Storage Team (EU) is here.', []],
  [
    '## Glossary\n\nA cold page is a page that nobody has read for a day.',
    [['cold page', 'page that nobody has read for a day']],
  ],
  ['A cold page is a page that nobody has read for a day.', []],
])('%j defines %j', (source, expected) => {
  expect(definitionsOf(readMarkdown(source)).map(({ name, definition }) => [name, definition])).toEqual(
    expected,
  )
})

test('two documents that define a term differently are in conflict', () => {
  const of = (source: string) => definitionsOf(readMarkdown(source))
  const conflicts = conflictsBetween(
    new Map([
      ['a', of('A Service Level Objective (SLO) is kept.')],
      ['b', of('A System Load Order (SLO) is kept.')],
      ['c', of('A service level objective. SLO (service level objective) is kept.')],
    ]),
  )
  expect(
    conflicts.map(({ name, definitions }) => [name, definitions.map(({ document }) => document)]),
  ).toEqual([['slo', ['a', 'b', 'c']]])
})

test('the first use of a term is found by name or alias, outside code', () => {
  const document = readMarkdown('# SLO\n\n`SLO` and the service level\nobjective, then SLO.\n')
  expect(
    firstUses(document, [{ name: 'SLO', aliases: ['service level objective'], definition: '…' }]),
  ).toMatchObject([{ term: 'SLO', block: 1, from: 14 }])
})
