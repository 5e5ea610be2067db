import { expect, test } from 'vitest'
import { DAY } from './calendar.ts'
import { SYSTEM } from './people.ts'
import { presets } from './presets.ts'
import { edgeProblem } from './records/edges.ts'
import { fileName } from './records/file-name.ts'
import { recordOf } from './records/from-review.ts'
import { linked } from './records/linked.ts'
import { printRecord } from './records/print.ts'
import { readRecord } from './records/read.ts'
import { blankRecord } from './records/record.ts'
import { Story } from './story.testing.ts'

const names: Record<string, string> = {
  dan: 'Dan Driver',
  bea: 'Bea',
  cem: 'Cem',
  con: 'Connie',
  inf: 'Ines',
}
const spelling = {
  nameOf: (personId: string) => names[personId] ?? personId,
  dateOf: (at: number) => new Date(at).toISOString().slice(0, 10),
}
const { title, tags, drivers, options, consequences, confirmation, sources, more } = blankRecord(
  0,
  'Keep jobs in a table',
)
const words = {
  title,
  tags,
  context: 'Jobs get lost.',
  drivers,
  options,
  consequences,
  confirmation,
  sources,
  more,
  option: 'A table',
}

test('an RFC goes from draft to superseded with four people, and its record says everything in the end', () => {
  const story = new Story({
    policy: presets['final comment'],
    approvers: ['bea', 'cem'],
    contributors: ['con'],
    draft: true,
  })
  story.does('dan', { type: 'set informed', informed: ['inf'] })
  expect(recordOf(story.review, words, spelling)).toBeNull()
  story.does('dan', { type: 'open review' })
  const concernId = story.raises('con', 'cost')
  story.proposes()
  story.approves('bea', 'cem')
  story.does('dan', { type: 'restate concern', concernId, text: 'Polling costs' })
  story.does('con', { type: 'answer restatement', concernId, confirmed: true, reason: '' })
  story.does('dan', { type: 'overrule concern', concernId, reason: 'It is cheap enough' })
  expect(story.does('bea', { type: 'second overruling', concernId, reason: '' })).toContain('period.started')
  story.edits({ summary: 's2', proposal: 'p1', notes: 'n1', 'limits@api': 'l1' })
  story.passes(10)
  expect(story.cannotPublish()).toContain('verdict.stale')
  story.approves('bea', 'cem')
  story.does('dan', {
    type: 'accept',
    reason: 'nothing gets lost',
    revisit: { owner: 'bea', on: '2027-01-01' },
  })
  story.does(SYSTEM, { type: 'assign number', number: 12 })

  const record = recordOf(story.review, words, spelling)
  expect(record).toMatchObject({
    number: 12,
    state: 'accepted',
    date: '2026-03-12',
    decisionMakers: ['Dan Driver', 'Bea', 'Cem'],
    consulted: ['Connie'],
    informed: ['Ines'],
    outcome: { option: 'A table', reason: 'nothing gets lost' },
    dissent: [{ who: 'Connie', about: 'cost', text: 'Because of cost' }],
    revisit: { owner: 'Bea', on: '2027-01-01' },
  })
  if (!record) return

  story.does('dan', { type: 'mark implemented', reason: '' })
  story.now += 200 * DAY
  const edge = { from: 'HOME-20', kind: 'supersedes', to: 'HOME-12', split: false } as const
  expect(edgeProblem(edge, [], new Set(['HOME-12', 'HOME-20']))).toBeNull()
  story.does(SYSTEM, { type: 'supersede', by: { spaceId: 'home', number: 20 }, split: false })
  const later = linked(record, 'HOME-12', [edge], () => ({ number: 20, file: '0020-buy-a-queue.md' }))
  const text = printRecord(later, 'madr')
  expect(text.split('\n')[1]).toBe('status: superseded by ADR-0020')
  expect(readRecord(fileName(12, title), text)?.record).toEqual(later)
  expect(story.events.at(-1)).toMatchObject({ type: 'decision.superseded', actor: SYSTEM, at: story.now })
})
