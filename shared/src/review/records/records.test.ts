import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fileName } from './file-name.ts'
import { planImport } from './import.ts'
import { linked } from './linked.ts'
import type { RecordForm } from './print.ts'
import { printRecord } from './print.ts'
import { readRecord } from './read.ts'
import type { DecisionRecord } from './record.ts'
import { blankRecord, leanings, recordStates, DecisionRecord as Schema } from './record.ts'

function roundTrip(record: DecisionRecord, form: RecordForm = 'madr') {
  return readRecord(fileName(record.number, record.title), printRecord(record, form))
}

const full: DecisionRecord = {
  ...blankRecord(12, 'Keep jobs in the database'),
  state: 'implemented',
  date: '2026-03-02',
  decisionMakers: ['Dee Decider', 'Dan Driver'],
  consulted: ['Olga'],
  informed: ['everyone'],
  tags: ['storage', 'jobs'],
  context:
    'We lose jobs when the broker restarts.\n\n* nightly\n* at release\n\n```md\n## Not a heading\n```',
  drivers: ['no lost jobs', 'one thing less to run'],
  options: [
    {
      title: 'A table of jobs',
      text: 'Leased rows.',
      arguments: [
        { leaning: 'good', text: 'it is there already' },
        { leaning: 'bad', text: 'polling' },
      ],
    },
    { title: 'Another broker', text: '', arguments: [] },
  ],
  outcome: {
    option: 'A table of jobs',
    reason: 'nothing else keeps jobs and data together.\n\nIn one write.',
  },
  consequences: [
    { leaning: 'good', text: 'one backup' },
    { leaning: 'bad', text: 'polling costs\n\n  some' },
  ],
  confirmation: 'The kill test stays green.',
  dissent: [{ who: 'Bea', about: 'cost', text: 'Polling will hurt at night.' }],
  sources: [{ title: 'Thread on cost', url: '/documents/7?thread=3' }],
  more: '#### Numbers\n\nTen a second.',
  revisit: { owner: 'Olga', on: '2027-03-02' },
  links: [
    { kind: 'supersedes', number: 3, file: '0003-use-a-broker.md' },
    { kind: 'relates to', number: 5, file: '0005-one-database.md' },
  ],
}

describe('a record as a file', () => {
  test('reads back as it was', () => {
    expect(Schema.parse(full)).toEqual(full)
    expect(roundTrip(full)).toEqual({ record: full, dialect: 'madr', notes: [] })
    expect(roundTrip(full, 'plain')).toEqual({ record: full, dialect: 'log4brains', notes: [] })
  })

  test('that is superseded says so before anything else, in the way of each family of tools', () => {
    const superseded: DecisionRecord = {
      ...full,
      state: 'superseded',
      supersededBy: [{ number: 20, file: '0020-buy-a-queue.md' }],
    }
    const printed = printRecord(superseded, 'madr')
    const lines = printed.split('\n')
    expect(lines[1]).toBe('status: superseded by ADR-0020')
    const title = lines.indexOf('# Keep jobs in the database')
    expect(lines[title + 2]).toBe('- Status: superseded by [0020-buy-a-queue](0020-buy-a-queue.md)')
    expect(printed).toContain('## Status\n\nSuperceded by [0020-buy-a-queue](0020-buy-a-queue.md)\n')
    expect(roundTrip(superseded)?.record).toEqual(superseded)
    expect(printRecord(superseded, 'plain').split('\n')[0]).toBe('# Keep jobs in the database')
  })

  test('keeps headings inside its texts from passing for its own', () => {
    const record = { ...full, context: 'Before\n\n## Decision Outcome\n\nAfter\n\nAlso\n----\n\nMore' }
    expect(roundTrip(record)?.record).toEqual({
      ...record,
      context: 'Before\n\n#### Decision Outcome\n\nAfter\n\n#### Also\n\nMore',
    })
  })

  test('of any content reads back as it was', () => {
    const word = fc.stringMatching(/^[a-zäß0-9][a-zé0-9'.!?()-]{0,8}$/)
    const words = fc.array(word, { minLength: 1, maxLength: 6 }).map(list => list.join(' '))
    const name = fc.stringMatching(/^[A-Z][a-z]{1,8}$/)
    const text = fc.array(words, { maxLength: 3 }).map(list => list.join('\n\n'))
    const argument = fc.record({ leaning: fc.constantFrom(...leanings), text: words })
    const files = fc.integer({ min: 1, max: 99 }).map(number => ({ number, file: fileName(number, 'other') }))
    const names = fc.uniqueArray(name, { maxLength: 3 })
    const record: fc.Arbitrary<DecisionRecord> = fc.record({
      number: fc.integer({ min: 1, max: 9999 }),
      title: words.map(title => `T ${title}`),
      state: fc.constantFrom(...recordStates.filter(state => state !== 'superseded')),
      date: fc.constantFrom('', '2026-01-31', '2024-02-29'),
      decisionMakers: names,
      consulted: names,
      informed: names,
      tags: names,
      context: text,
      drivers: fc.array(words, { maxLength: 3 }),
      options: fc.uniqueArray(
        fc.record({ title: words, text, arguments: fc.array(argument, { maxLength: 3 }) }),
        { maxLength: 3, selector: ({ title }) => title },
      ),
      outcome: fc.record({ option: words, reason: text }),
      consequences: fc.array(argument, { maxLength: 3 }),
      confirmation: text,
      dissent: fc.array(fc.record({ who: name, about: words, text: words }), { maxLength: 2 }),
      sources: fc.array(fc.record({ title: name, url: fc.webUrl() }), { maxLength: 2 }),
      more: text,
      revisit: fc.constantFrom(
        null,
        { owner: 'Olga', on: '2027-01-01' },
        { owner: 'Olga', when: 'load doubles' },
      ),
      links: fc
        .uniqueArray(files, { maxLength: 2, selector: ({ number }) => number })
        .map(list => list.map(link => ({ kind: 'supersedes' as const, ...link }))),
      supersededBy: fc.constant([]),
    })
    fc.assert(
      fc.property(record, given => {
        expect(roundTrip(given)?.record).toEqual(given)
        expect(roundTrip(given, 'plain')?.record).toEqual(given)
      }),
      { numRuns: 40 },
    )
  })
})

const nygard = `# 4. Write in plain text

Date: 14/02/2016

## Status

Superceded by [9. Write in Markdown](0009-write-in-markdown.md)

Amends [2. Scripts](0002-scripts.md)

## Context

Tools must read it.

## Decision

We write text.

## Consequences

No pictures.
`

const log4brains = `# Use Node

- Status: accepted
- Deciders: Ada, Bob
- Date: 2021-01-15
- Tags: dev-tools, runtime

Technical Story: a ticket

## Context and Problem Statement

Which runtime?

## Considered Options

- [Node](https://example.org)
- Deno

## Decision Outcome

Chosen option: "Node", because we know it.

### Positive Consequences

- known to all

### Negative Consequences

- slow start

## Pros and Cons of the Options

### Node

Old.

- Good, because known
- Bad, because old

## Links

- Supersedes [20200101-use-make](20200101-use-make.md)
- <https://example.org/node>
- [A comparison](https://example.org/all)
- Ask Ada
`

const madr3 = `---
status: {unreadable
---
# Use a queue

<!-- This is an optional element. -->
## Context and Problem Statement

Why?

## Decision Outcome

Chosen option: "Queue", because fast.

### Validation

By test.

## Costs

Ten.
`

describe('a record of other tools', () => {
  test('adr-tools: number and title, date of the day first, status and links, three sections', () => {
    expect(readRecord('doc/adr/0004-write-in-plain-text.md', nygard)).toMatchObject({
      dialect: 'adr-tools',
      notes: [],
      record: {
        number: 4,
        title: 'Write in plain text',
        state: 'superseded',
        date: '2016-02-14',
        context: 'Tools must read it.',
        outcome: { option: '', reason: 'We write text.' },
        consequences: [{ leaning: 'neutral', text: 'No pictures.' }],
        supersededBy: [{ number: 9, file: '0009-write-in-markdown.md' }],
        links: [{ kind: 'amends', number: 2, file: '0002-scripts.md' }],
      },
    })
  })

  test('log4brains: list under the title, consequences by sign, options, links', () => {
    expect(readRecord('20210115-use-node.md', log4brains)).toMatchObject({
      dialect: 'log4brains',
      record: {
        number: 0,
        state: 'accepted',
        date: '2021-01-15',
        decisionMakers: ['Ada', 'Bob'],
        tags: ['dev-tools', 'runtime'],
        options: [
          {
            title: 'Node',
            text: 'Old.',
            arguments: [
              { leaning: 'good', text: 'known' },
              { leaning: 'bad', text: 'old' },
            ],
          },
          { title: 'Deno', text: '', arguments: [] },
        ],
        consequences: [
          { leaning: 'good', text: 'known to all' },
          { leaning: 'bad', text: 'slow start' },
        ],
        links: [{ kind: 'supersedes', number: 0, file: '20200101-use-make.md' }],
        more: 'Technical Story: a ticket\n\nAsk Ada',
        sources: [
          { title: 'https://example.org/node', url: 'https://example.org/node' },
          { title: 'A comparison', url: 'https://example.org/all' },
        ],
      },
    })
  })

  test('MADR 3 with broken front matter and a section of its own: both are reported, nothing is lost', () => {
    const reading = readRecord('0002-use-a-queue.md', madr3)
    expect(reading).toMatchObject({
      dialect: 'madr',
      record: { confirmation: 'By test.', context: 'Why?', more: '#### Costs\n\nTen.' },
    })
    expect(reading?.notes).toHaveLength(3)
  })

  test('one without a status, an option in quotes that quotes, and only a decision', () => {
    const quoted = '# A\n\n## Decision Outcome\n\nChosen option: "Say "yes" at once", because so.'
    expect(readRecord('0001-a.md', quoted)).toMatchObject({
      record: { state: 'proposed', outcome: { option: 'Say "yes" at once', reason: 'so.' } },
      notes: ['no status is given: read as proposed'],
    })
    const short = '# A\n\n- Status: accepted\n\n## Decision\n\nWe do.'
    expect(readRecord('20200101-a.md', short)).toMatchObject({
      dialect: 'log4brains',
      record: { state: 'accepted', date: '2020-01-01', outcome: { reason: 'We do.' } },
    })
  })

  test.each(['# Notes\n\nJust text', '', '## Status\n\nAccepted', '```\n# Title\n```\n## Status'])(
    '%j is none',
    text => {
      expect(readRecord('0001-x.md', text)).toBeNull()
    },
  )
})

describe('an import', () => {
  const successor = nygard
    .replace(/4\. Write in plain text/, '9. Write in Markdown')
    .replace(/Superceded by.*/, 'Accepted')
    .replace(/Amends.*/, 'Supercedes [4. Write in plain text](0004-write-in-plain-text.md)')
  const make = log4brains
    .replace('# Use Node', '# Use Make')
    .replace('2021-01-15', '2020-01-01')
    .replace(/## Links[\s\S]*/, '')
  const folder = [
    { path: '0004-write-in-plain-text.md', text: nygard },
    { path: '0009-write-in-markdown.md', text: successor },
    { path: '20210115-use-node.md', text: log4brains },
    { path: '20200101-use-make.md', text: make },
    { path: 'README.md', text: '# Decisions' },
  ]

  test('keeps numbers, numbers the rest by date, and says every edge once', () => {
    const plan = planImport(folder, new Map())
    expect(plan.records.map(({ number, record }) => [number, record.title])).toEqual([
      [4, 'Write in plain text'],
      [9, 'Write in Markdown'],
      [10, 'Use Make'],
      [11, 'Use Node'],
    ])
    expect(plan.edges).toEqual([
      { from: '9', kind: 'supersedes', to: '4', split: false },
      { from: '11', kind: 'supersedes', to: '10', split: false },
    ])
    expect(plan.problems).toEqual([
      { path: 'README.md', kind: 'not a record' },
      { path: '0004-write-in-plain-text.md', kind: 'dangling link', to: '0002-scripts.md' },
    ])
    expect(plan.next).toBe(12)
  })

  test('reports a number that is taken, by the space or by another file, and leaves the record out', () => {
    const twice = [...folder, { path: '0009-another.md', text: successor }]
    const plan = planImport(twice, new Map([[4, 'STOR-4']]))
    expect(plan.problems.filter(({ kind }) => kind === 'number taken')).toEqual([
      { path: '0004-write-in-plain-text.md', kind: 'number taken', number: 4, by: 'STOR-4' },
      { path: '0009-write-in-markdown.md', kind: 'number taken', number: 9, by: '0009-another.md' },
    ])
    expect(plan.records.map(({ number }) => number)).toEqual([9, 10, 11])
  })

  test('reports a circle and two undeclared successors instead of importing them', () => {
    const record = (number: number, supersedes: number[]) => {
      const links = supersedes.map(to => ({
        kind: 'supersedes' as const,
        number: to,
        file: fileName(to, `r${to}`),
      }))
      return {
        path: fileName(number, `r${number}`),
        text: printRecord(
          {
            ...blankRecord(number, `r${number}`),
            outcome: { option: 'x', reason: '' },
            links,
          },
          'madr',
        ),
      }
    }
    const kinds = (files: { path: string; text: string }[]) =>
      planImport(files, new Map()).problems.map(({ kind }) => kind)
    expect(kinds([record(1, [2]), record(2, [1])])).toEqual(['cycle'])
    expect(kinds([record(1, []), record(2, [1]), record(3, [1])])).toEqual(['second successor'])
  })

  test('of what was exported gives the same records and edges', () => {
    const first = planImport(folder, new Map())
    const files = new Map(
      first.records.map(({ number, record }) => [
        `${number}`,
        { number, file: fileName(number, record.title) },
      ]),
    )
    const exported = first.records.map(({ number, record }) => ({
      path: fileName(number, record.title),
      text: printRecord(
        linked(record, `${number}`, first.edges, key => files.get(key) ?? null),
        'plain',
      ),
    }))
    const again = planImport(exported, new Map())
    expect(again.edges).toEqual(first.edges)
    expect(again.problems).toEqual([])
    const plain = (plan: typeof first) =>
      plan.records.map(({ record }) => (record.number === 10 ? { ...record, state: 'superseded' } : record))
    expect(plain(again)).toEqual(plain(first))
  })
})
