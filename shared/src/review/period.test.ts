import { describe, expect, test } from 'vitest'
import { DAY } from './calendar.ts'
import type { Policy } from './policy.ts'
import { presets } from './presets.ts'
import { Story, startOfStory } from './story.testing.ts'
import { workingDays } from './working-days.ts'

const fcp = presets['final comment']
const three = ['bea', 'cem', 'eva']

function inFinalComment(change: Partial<Policy> = {}, beginning = {}): Story {
  const story = new Story({ policy: { ...fcp, ...change }, approvers: three, ...beginning })
  story.proposes()
  story.approves(...three)
  expect(story.state).toBe('final comment')
  return story
}

describe('the clock', () => {
  test('set back, it dates nothing before the last event and shortens no period', () => {
    const story = inFinalComment()
    story.passes(5)
    story.approves('cem')
    story.now -= 400 * DAY
    story.does('bea', { type: 'withdraw verdict', reason: '', for: null })
    expect(story.events.at(-1)?.at).toBe(startOfStory + 5 * DAY)
    story.now = startOfStory + 9 * DAY
    story.approves('bea')
    expect(story.cannotPublish()).toEqual(['period.running'])
    story.passes(1)
    story.publishes()
  })

  test('stopped for a month, it sends one reminder less, ends the period once and accepts nothing', () => {
    const story = inFinalComment()
    expect(story.passes(31)).toEqual(['period.ended'])
    expect(story.passes(1)).toEqual([])
    expect(story.state).toBe('final comment')
    expect(story.nextDue).toBe(null)
  })

  test('a period of working days ends at the same time of day, summer time or not', () => {
    const calendar = workingDays({ timeZone: 'Europe/Berlin', daysOff: [0, 6], holidays: ['2026-04-03'] })
    const story = new Story({ policy: { ...fcp, businessDays: true }, approvers: three, calendar })
    story.now = Date.parse('2026-03-26T15:00:00Z')
    story.proposes()
    story.approves(...three)
    expect(story.review.stage).toMatchObject({ period: { endsAt: Date.parse('2026-04-10T14:00:00Z') } })
  })
})

describe('a final comment period', () => {
  test('shorter than the notice of a reminder begins without it', () => {
    const story = inFinalComment(
      { finalCommentDays: 2, approvals: { count: 1 } },
      { approvers: ['bea', 'cem', 'eva', 'fay'] },
    )
    expect(story.passes(0)).toEqual([])
    expect(story.passes(1)).toEqual(['reminder.sent'])
  })

  test('on hold stands still and goes on with what was left', () => {
    const story = inFinalComment()
    story.passes(4)
    expect(story.does('olga', { type: 'hold', reason: 'Legal' })).toEqual(['hold.placed', 'period.paused'])
    story.passes(20)
    expect(story.cannotPublish()).toEqual(['hold', 'period.paused'])
    expect(story.does('dan', { type: 'release hold' })).toEqual(['hold.released', 'period.resumed'])
    expect(story.review.stage).toMatchObject({ period: { endsAt: story.now + 6 * DAY } })
  })

  test('paused by a concern goes on when it is cleared', () => {
    const story = inFinalComment({ concernInFinalComment: 'pause' })
    story.passes(4)
    const concernId = story.raises('bea', 'cost')
    expect(story.events.at(-1)?.type).toBe('period.paused')
    story.passes(20)
    story.resolves(concernId)
    expect(story.review.stage).toMatchObject({ period: { endsAt: story.now + 6 * DAY } })
  })

  test('that only blocks runs on while a concern is open', () => {
    const story = inFinalComment({ concernInFinalComment: 'block' })
    const concernId = story.raises('bea', 'cost')
    expect(story.passes(10)).toContain('period.ended')
    expect(story.cannotPublish()).toEqual(['concern.restate'])
    story.resolves(concernId)
    story.publishes()
  })

  test('keeps its policy when that is edited, until a restart that is logged', () => {
    const story = inFinalComment()
    const policy = { ...fcp, finalCommentDays: 2 }
    story.refused('dan', { type: 'change policy', policy }, 'forbidden')
    expect(story.does('olga', { type: 'change policy', policy })).toEqual(['policy.change.scheduled'])
    story.passes(3)
    expect(story.cannotPublish()).toEqual(['period.running'])
    expect(story.does('dan', { type: 'restart final comment', reason: 'Shorter' })).toEqual([
      'policy.changed',
      'period.restarted',
    ])
    story.passes(2)
    story.publishes()
  })

  test('does not restart under a policy whose conditions are not met', () => {
    const story = inFinalComment()
    story.does('olga', { type: 'change policy', policy: { ...fcp, approvals: { count: 9 } } })
    const restart = { type: 'restart final comment', reason: 'Stricter' } as const
    expect(story.refused('dan', restart, 'refused')).toContain('approvals.short')
    story.does('olga', { type: 'change policy', policy: presets.standard })
    story.refused('dan', restart, 'refused')
    story.does('dan', { type: 'cancel proposed decision', reason: 'Other rule' })
    expect(story.review).toMatchObject({ policy: presets.standard, nextPolicy: null })
  })

  test('cannot be published with approvals that went stale in it', () => {
    const story = inFinalComment()
    story.edits({ summary: 's2', proposal: 'p1', notes: 'n1', 'limits@api': 'l1' })
    story.passes(10)
    expect(story.cannotPublish()).toContain('verdict.stale')
    story.approves(...three)
    story.publishes()
  })
})
