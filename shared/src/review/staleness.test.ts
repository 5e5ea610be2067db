import { describe, expect, test } from 'vitest'
import { presets } from './presets.ts'
import { Story } from './story.testing.ts'

const untouched = { summary: 's1', proposal: 'p1', notes: 'n1', 'limits@api': 'l1' }

type Example = {
  edit: Record<string, string>
  staleness?: 'section' | 'document' | 'none'
  editorial?: boolean
  /** Whose approvals go stale. `oto` owns the space that answers for the limits, `bea` does not. */
  stale: string[]
}

function staleAfter({ edit, staleness = 'section', editorial = false }: Example): Story {
  const story = new Story({
    policy: { ...presets.standard, staleness },
    approvers: ['bea'],
    touches: ['api'],
    owners: { home: ['olga'], api: ['oto'] },
  })
  story.approves('bea', 'oto')
  expect(story.missing()).toEqual([])
  story.edits(edit, editorial)
  return story
}

function whoIsStale(story: Story): string[] {
  return story
    .missing()
    .filter(({ code }) => code === 'verdict.stale')
    .flatMap(({ owes }) => owes)
    .flatMap(owed => (owed.kind === 'person' ? [owed.personId] : owed.people.map(({ personId }) => personId)))
    .sort()
}

describe('an edit', () => {
  const examples: Record<string, Example> = {
    'of the summary makes every approval stale': {
      edit: { ...untouched, summary: 's2' },
      stale: ['bea', 'oto'],
    },
    'of the proposal makes every approval stale': {
      edit: { ...untouched, proposal: 'p2' },
      stale: ['bea', 'oto'],
    },
    'that adds a decision makes every approval stale': {
      edit: { ...untouched, decision: 'd1' },
      stale: ['bea', 'oto'],
    },
    'that takes the proposal away makes every approval stale': {
      edit: { summary: 's1', notes: 'n1', 'limits@api': 'l1' },
      stale: ['bea', 'oto'],
    },
    'of a domain’s section concerns its owners only': {
      edit: { ...untouched, 'limits@api': 'l2' },
      stale: ['oto'],
    },
    'that adds a section of a domain concerns its owners': {
      edit: { ...untouched, 'quota@api': 'q1' },
      stale: ['oto'],
    },
    'that takes a domain’s section away concerns its owners': {
      edit: { summary: 's1', proposal: 'p1', notes: 'n1' },
      stale: ['oto'],
    },
    'of another section makes nothing stale': { edit: { ...untouched, notes: 'n2' }, stale: [] },
    'called editorial makes nothing stale': {
      edit: { ...untouched, summary: 's2' },
      editorial: true,
      stale: [],
    },
    'of any section counts under document staleness': {
      edit: { ...untouched, notes: 'n2' },
      staleness: 'document',
      stale: ['bea', 'oto'],
    },
    'of the summary makes nothing stale without staleness': {
      edit: { ...untouched, summary: 's2' },
      staleness: 'none',
      stale: [],
    },
    'that changes nothing makes nothing stale': { edit: untouched, staleness: 'document', stale: [] },
  }

  test.each(Object.entries(examples))('%s', (_name, example) => {
    expect(whoIsStale(staleAfter(example))).toEqual(example.stale)
  })

  test('called editorial counts once an approver contests it, and both marks stay', () => {
    const story = staleAfter({ edit: { ...untouched, summary: 's2' }, editorial: true, stale: [] })
    const [editId = ''] = Object.keys(story.review.edits)
    const contest = { type: 'contest edit', editId, reason: 'It changes the promise' } as const
    story.refused('dan', contest, 'forbidden')
    story.does('bea', contest)
    expect(whoIsStale(story)).toEqual(['bea', 'oto'])
    expect(story.review.edits[editId]).toMatchObject({ editorial: true, contested: { by: 'bea' } })
    story.refused('oto', contest, 'conflict')
  })

  test('brought back to what was read, no longer concerns whoever read that', () => {
    const story = staleAfter({ edit: { ...untouched, summary: 's2' }, stale: [] })
    expect(whoIsStale(story)).toEqual(['bea', 'oto'])
    story.edits(untouched)
    expect(whoIsStale(story)).toEqual([])
  })

  test('before an approval does not make it stale', () => {
    const story = staleAfter({ edit: { ...untouched, summary: 's2' }, stale: [] })
    story.approves('bea')
    expect(whoIsStale(story)).toEqual(['oto'])
  })

  test('of an older version than the known one is refused', () => {
    const story = staleAfter({ edit: { ...untouched, summary: 's2' }, stale: [] })
    story.refused('ann', { type: 'edit', version: 2, sections: [], editorial: false }, 'conflict')
  })
})
