import { describe, expect, test } from 'vitest'
import { DAY } from './calendar.ts'
import { statusOf } from './concerns.ts'
import { presets } from './presets.ts'
import { Story } from './story.testing.ts'

/** How the rust-lang lang team resolves blocking concerns since April 2026 (pull request 360). */
const policy = presets['final comment']
const members = ['bea', 'cem', 'eva']

function tell() {
  return new Story({ policy, approvers: members, contributors: ['adi'] })
}

function status(story: Story, concernId: string) {
  const concern = story.review.concerns[concernId]
  return concern ? statusOf(concern) : null
}

const resolution = { summary: 'What it is', change: 'A new section', rationale: 'Why that answers it' }

describe('as the lang team treats a blocking concern', () => {
  test('an advisor may raise one, before any proposal to decide, and withdrawing it is enough', () => {
    const story = tell()
    const concernId = story.raises('adi', 'syntax')
    story.proposes()
    story.approves(...members)
    expect(story.state).toBe('in review')
    story.does('adi', { type: 'withdraw concern', concernId, reason: 'Satisfied' })
    expect(story.state).toBe('final comment')
  })

  test('a bystander raises none', () => {
    tell().refused('zoe', { type: 'raise concern', title: 'x', reason: 'y', anchor: null }, 'forbidden')
  })

  test('the other side shows that it understood before it proposes a resolution', () => {
    const story = tell()
    const concernId = story.raises('bea', 'syntax')
    expect(story.missing().map(({ code }) => code)).toContain('concern.restate')
    story.refused('dan', { type: 'propose resolution', concernId, ...resolution }, 'refused')
    story.does('dan', { type: 'restate concern', concernId, text: 'You dislike the keyword' })
    story.refused('dan', { type: 'answer restatement', concernId, confirmed: true, reason: '' }, 'forbidden')
    story.does('bea', {
      type: 'answer restatement',
      concernId,
      confirmed: false,
      reason: 'It is the grammar',
    })
    expect(status(story, concernId)).toBe('raised')
    story.does('cem', { type: 'restate concern', concernId, text: 'The grammar becomes ambiguous' })
    story.does('bea', { type: 'answer restatement', concernId, confirmed: true, reason: '' })
    expect(status(story, concernId)).toBe('understood')
  })

  test('a resolution carries summary, change and rationale, and only the raiser confirms it', () => {
    const story = tell()
    const concernId = story.raises('bea', 'syntax')
    story.does('dan', { type: 'restate concern', concernId, text: 'The grammar becomes ambiguous' })
    story.does('bea', { type: 'answer restatement', concernId, confirmed: true, reason: '' })
    story.does('dan', { type: 'propose resolution', concernId, ...resolution })
    for (const other of ['dan', 'cem', 'olga', 'adi']) {
      story.refused(other, { type: 'answer resolution', concernId, confirmed: true, reason: '' }, 'forbidden')
    }
    story.does('bea', { type: 'answer resolution', concernId, confirmed: false, reason: 'Not the whole' })
    expect(status(story, concernId)).toBe('understood')
    story.does('dan', { type: 'propose resolution', concernId, ...resolution })
    story.does('bea', { type: 'answer resolution', concernId, confirmed: true, reason: 'Thank you' })
    expect(status(story, concernId)).toBe('resolved')
    expect(story.review.concerns[concernId]?.resolutions).toHaveLength(2)
  })

  test('one person cannot block for ever: the decider overrules, another approver seconds, the dissent stays', () => {
    const story = tell()
    const concernId = story.raises('bea', 'syntax')
    story.refused('dan', { type: 'overrule concern', concernId, reason: 'We have talked' }, 'refused')
    story.does('dan', { type: 'restate concern', concernId, text: 'The grammar becomes ambiguous' })
    story.does('dan', { type: 'overrule concern', concernId, reason: 'The gain is worth it' })
    expect(status(story, concernId)).toBe('overruling')
    for (const other of ['dan', 'bea', 'ann', 'adi', 'zoe']) {
      story.refused(other, { type: 'second overruling', concernId, reason: '' }, 'forbidden')
    }
    story.does('cem', { type: 'second overruling', concernId, reason: 'Agreed' })
    story.approves(...members)
    story.proposes()
    story.passes(10)
    story.publishes()
    expect(story.review.stage).toMatchObject({
      state: 'accepted',
      outcome: { dissent: [{ personId: 'bea', kind: 'concern', about: 'syntax' }] },
    })
  })

  test('without a second the concern stays open, and a resolution can still end it', () => {
    const story = tell()
    const concernId = story.raises('bea', 'syntax')
    story.does('dan', { type: 'restate concern', concernId, text: 'The grammar becomes ambiguous' })
    story.does('dan', { type: 'overrule concern', concernId, reason: 'The gain is worth it' })
    const [line] = story.missing().filter(({ code }) => code === 'concern.second')
    expect(line?.owes.map(owed => (owed.kind === 'person' ? owed.personId : owed.kind))).toEqual([
      'cem',
      'eva',
    ])
    story.resolves(concernId)
    expect(status(story, concernId)).toBe('resolved')
  })

  test('a raiser who is away too long is stood in for by a delegate or an owner, never before', () => {
    for (const standIn of ['adi', 'olga']) {
      const story = tell()
      const concernId = story.raises('bea', 'syntax')
      story.does('bea', { type: 'delegate', to: 'adi', until: story.now + 60 * DAY, from: null })
      story.does('bea', { type: 'go away', until: story.now + 60 * DAY, personId: null })
      story.does('dan', { type: 'restate concern', concernId, text: 'The grammar becomes ambiguous' })
      const confirm = { type: 'answer restatement', concernId, confirmed: true, reason: '' } as const
      story.passes(6.9)
      story.refused(standIn, confirm, 'forbidden')
      story.passes(0.1)
      story.refused('ann', confirm, 'forbidden')
      story.does(standIn, confirm)
      story.refused(standIn, { type: 'withdraw concern', concernId, reason: '' }, 'forbidden')
    }
  })

  test('a resolution that changed the document is followed by a restart that is logged', () => {
    const story = tell()
    story.proposes()
    story.approves(...members)
    story.passes(4)
    const verdicts = story.review.verdicts
    expect(story.does('dan', { type: 'restart final comment', reason: 'New section' })).toEqual([
      'period.restarted',
    ])
    expect(story.review.stage).toMatchObject({ period: { endsAt: story.now + 10 * DAY } })
    expect(story.review.verdicts).toBe(verdicts)
  })
})
