import { describe, expect, test } from 'vitest'
import { DAY } from './calendar.ts'
import { presets } from './presets.ts'
import { Story, startOfStory } from './story.testing.ts'

/** The rules of rust-lang's rfcbot, told through the `final comment` preset. */
const policy = presets['final comment']
const five = ['bea', 'cem', 'eva', 'fay', 'gus']

describe('as rfcbot runs a final comment period', () => {
  test('it starts by itself once a majority has approved and at most two are outstanding', () => {
    const story = new Story({ policy, approvers: five })
    story.proposes()
    expect(story.approves('bea', 'cem')).toEqual(['verdict.given', 'verdict.given'])
    expect(story.missing().map(({ code }) => code)).toContain('approvals.short')
    expect(story.approves('eva')).toEqual(['verdict.given', 'period.started'])
    expect(story.review.stage).toMatchObject({
      state: 'final comment',
      period: { startedAt: startOfStory, endsAt: startOfStory + 10 * DAY },
    })
  })

  test('a majority alone is not enough while three are outstanding', () => {
    const story = new Story({ policy, approvers: [...five, 'hal', 'ida'] })
    story.proposes()
    story.approves('bea', 'cem', 'eva', 'fay')
    expect(story.state).toBe('in review')
    expect(story.missing().map(({ code, count }) => [code, count])).toContainEqual(['outstanding.many', 1])
    story.approves('gus')
    expect(story.state).toBe('final comment')
  })

  test('exactly half is no majority', () => {
    const story = new Story({ policy, approvers: ['bea', 'cem', 'eva', 'fay'] })
    story.proposes()
    story.approves('bea', 'cem')
    expect(story.state).toBe('in review')
  })

  test('an open concern keeps it from starting', () => {
    const story = new Story({ policy, approvers: five })
    const concernId = story.raises('bea', 'cost')
    story.proposes()
    story.approves('bea', 'cem', 'eva')
    expect(story.state).toBe('in review')
    story.resolves(concernId)
    expect(story.state).toBe('final comment')
  })

  test('a concern raised in it goes back to review, and a fresh full period starts once it is cleared', () => {
    const story = new Story({ policy, approvers: five })
    story.proposes()
    story.approves('bea', 'cem', 'eva')
    story.passes(6)
    const concernId = story.raises('fay', 'migration')
    expect(story.state).toBe('in review')
    expect(story.events.slice(-2).map(({ type, actor }) => [type, actor])).toEqual([
      ['concern.raised', 'fay'],
      ['period.reset', 'system'],
    ])
    story.passes(2)
    story.resolves(concernId)
    const endsAt = startOfStory + (6 + 2 + 10) * DAY
    expect(story.review.stage).toMatchObject({ state: 'final comment', period: { endsAt } })
    expect(Object.keys(story.review.verdicts)).toHaveLength(3)
  })

  test('nothing is accepted automatically: the driver publishes when the period has ended', () => {
    const story = new Story({ policy, approvers: five })
    story.proposes()
    story.approves('bea', 'cem', 'eva')
    story.passes(9.9)
    expect(story.cannotPublish()).toEqual(['period.running'])
    expect(story.passes(0.1)).toEqual(['period.ended'])
    expect(story.passes(30)).toEqual([])
    expect(story.state).toBe('final comment')
    story.refused('bea', { type: 'accept', reason: 'It is time', revisit: null }, 'forbidden')
    story.publishes()
    expect(story.state).toBe('accepted')
  })

  test('cancelling takes the proposal back and erases no concern, verdict or event', () => {
    const story = new Story({ policy, approvers: five })
    const concernId = story.raises('bea', 'cost')
    story.resolves(concernId)
    story.proposes()
    story.approves('bea', 'cem', 'eva')
    const { verdicts, concerns } = story.review
    const before = story.events.length
    story.does('dan', { type: 'cancel proposed decision', reason: 'Too early' })
    expect(story.state).toBe('in review')
    expect(story.review).toMatchObject({ verdicts, concerns, proposed: null })
    expect(story.events).toHaveLength(before + 1)
    story.passes(3)
    expect(story.state).toBe('in review')
  })

  test('only the undecided are reminded, once per day announced', () => {
    const story = new Story({ policy, approvers: five })
    story.proposes()
    story.approves('bea', 'cem', 'eva')
    expect(story.nextDue).toBe(startOfStory + 7 * DAY)
    expect(story.passes(7)).toEqual(['reminder.sent'])
    expect(story.passes(1)).toEqual([])
    story.approves('fay')
    story.does('gus', { type: 'go away', until: null, personId: null })
    expect(story.passes(1)).toEqual([])
  })

  test('to close or postpone needs a period and no approvals, since it leaves things as they are', () => {
    for (const disposition of ['reject', 'postpone'] as const) {
      const story = new Story({ policy, approvers: five })
      expect(story.cannotPublish(disposition)).toEqual(['decision.unproposed'])
      story.raises('bea', 'the proposal itself')
      story.proposes(disposition)
      expect(story.state).toBe('final comment')
      story.passes(4)
      const against = story.raises('cem', 'closing it')
      expect(story.state).toBe('in review')
      story.does('cem', { type: 'withdraw concern', concernId: against, reason: '' })
      story.passes(10)
      story.publishes(disposition)
      expect(story.openConcerns).toHaveLength(1)
    }
  })
})
