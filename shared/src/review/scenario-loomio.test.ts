import { describe, expect, test } from 'vitest'
import { DAY } from './calendar.ts'
import { presets } from './presets.ts'
import { Story } from './story.testing.ts'

/** Consent in Loomio: until the closing time people consent, abstain or object; objections are worked in; somebody states the outcome. */
const policy = { ...presets.consent, remindDaysBefore: [1] }
const people = ['bea', 'cem', 'eva']

describe('as a group decides by consent in Loomio', () => {
  test('it passes at the deadline when nobody objects, silence included', () => {
    const story = new Story({ policy, approvers: people })
    story.approves('bea')
    story.passes(6.5)
    expect(story.cannotPublish()).toEqual(['quiet.running'])
    story.passes(0.5)
    expect(story.state).toBe('in review')
    story.publishes()
    expect(story.state).toBe('accepted')
  })

  test('an objection needs a reason and blocks', () => {
    const story = new Story({ policy, approvers: people })
    const objection = { type: 'give verdict', verdict: 'request changes', version: 1, for: null } as const
    story.refused('bea', { ...objection, reason: '' }, 'invalid')
    story.does('bea', { ...objection, reason: 'It is not safe to try' })
    story.passes(8)
    expect(story.cannotPublish()).toEqual(['verdict.objection'])
  })

  test('an amended proposal is put to the people anew, and who objected can change their mind', () => {
    const story = new Story({ policy, approvers: people })
    story.answers('bea', 'request changes', 'It is not safe to try')
    story.passes(5)
    story.edits({ summary: 's2', proposal: 'p2', notes: 'n1', 'limits@api': 'l1' })
    story.answers('bea', 'approve')
    story.passes(6)
    expect(story.cannotPublish()).toEqual(['quiet.running'])
    story.passes(1)
    story.publishes()
  })

  test('a typo does not move the deadline, unless an approver says it is more than one', () => {
    const story = new Story({ policy, approvers: people })
    story.passes(6)
    story.edits({ summary: 's2', proposal: 'p1', notes: 'n1', 'limits@api': 'l1' }, true)
    expect(story.missing()).toMatchObject([{ code: 'quiet.running', at: story.now + DAY }])
    const [editId = ''] = Object.keys(story.review.edits)
    story.does('cem', { type: 'contest edit', editId, reason: 'It turns the meaning round' })
    expect(story.missing()).toMatchObject([{ code: 'quiet.running', at: story.now + 7 * DAY }])
  })

  test('those who have not answered are reminded a day before it closes', () => {
    const story = new Story({ policy, approvers: people })
    story.approves('bea')
    story.answers('cem', 'abstain')
    expect(story.passes(5.9)).toEqual([])
    expect(story.passes(0.1)).toEqual(['reminder.sent'])
    story.approves('eva')
    expect(story.passes(0.5)).toEqual([])
  })
})
