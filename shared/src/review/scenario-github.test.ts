import { describe, expect, test } from 'vitest'
import type { Policy } from './policy.ts'
import { presets } from './presets.ts'
import { Story } from './story.testing.ts'

/** Protected branches on GitHub: a number of approvals, stale ones dismissed by a push, requests for changes that stand. */
const policy: Policy = {
  ...presets.standard,
  name: 'two reviewers',
  approvals: { count: 2 },
  staleness: 'document',
}
const reviewers = ['bea', 'cem', 'eva']
const changed = { summary: 's1', proposal: 'p1', notes: 'n2', 'limits@api': 'l1' }

describe('as GitHub protects a branch', () => {
  test('an author’s approval is refused', () => {
    const story = new Story({ policy, approvers: reviewers })
    const act = { type: 'give verdict', verdict: 'approve', reason: '', version: 1, for: null } as const
    story.refused('dan', act, 'forbidden')
    story.refused('ann', act, 'forbidden')
    story.refused('dan', { type: 'name approver', holder: { kind: 'person', personId: 'ann' } }, 'invalid')
  })

  test('any change makes every approval stale, and the same people can approve again', () => {
    const story = new Story({ policy, approvers: reviewers })
    story.approves('bea', 'cem')
    expect(story.missing()).toEqual([])
    story.edits(changed)
    expect(story.cannotPublish()).toEqual([
      'approvals.short',
      'verdict.stale',
      'verdict.stale',
      'verdict.outstanding',
    ])
    story.approves('bea', 'eva')
    story.publishes()
    expect(story.state).toBe('accepted')
  })

  test('with the dismissal of stale reviews off, approvals outlast the push', () => {
    const story = new Story({ policy: { ...policy, staleness: 'none' }, approvers: reviewers })
    story.approves('bea', 'cem')
    story.edits(changed)
    expect(story.missing()).toEqual([])
  })

  test('a push that leaves every section as it was dismisses nothing', () => {
    const story = new Story({ policy, approvers: reviewers })
    story.approves('bea', 'cem')
    story.edits(changed)
    story.edits({ summary: 's1', proposal: 'p1', notes: 'n1', 'limits@api': 'l1' })
    expect(story.missing()).toEqual([])
  })

  test('who requested changes must answer again, whatever is pushed and whoever else approves', () => {
    const story = new Story({ policy, approvers: reviewers })
    story.answers('bea', 'request changes', 'Say what it costs')
    story.edits(changed)
    story.approves('cem', 'eva')
    expect(story.cannotPublish()).toEqual(['verdict.changes'])
    story.approves('bea')
    story.publishes()
  })

  test('a request of somebody unavailable is dismissed by an owner, with a reason that stays visible', () => {
    const story = new Story({ policy, approvers: reviewers })
    story.answers('bea', 'request changes', 'Say what it costs')
    story.approves('cem', 'eva')
    const [verdictId = ''] = Object.keys(story.review.verdicts)
    story.refused('dan', { type: 'dismiss verdict', verdictId, reason: 'Left' }, 'forbidden')
    story.does('olga', { type: 'dismiss verdict', verdictId, reason: 'She has left; section 4 says it' })
    expect(story.review.verdicts[verdictId]?.ended).toMatchObject({
      how: 'dismissed',
      by: 'olga',
      reason: 'She has left; section 4 says it',
    })
    story.publishes()
    expect(story.review.stage).toMatchObject({ outcome: { dissent: [{ personId: 'bea' }] } })
  })

  test('removing the reviewer does not remove the request', () => {
    const story = new Story({ policy, approvers: reviewers })
    story.answers('bea', 'request changes', 'Say what it costs')
    const [seatId = ''] = Object.keys(story.review.seats)
    story.does('dan', { type: 'remove approver', seatId, reason: 'Too slow' })
    story.approves('cem', 'eva')
    expect(story.cannotPublish()).toEqual(['verdict.changes'])
  })
})
