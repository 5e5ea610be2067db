import { describe, expect, test } from 'vitest'
import { Act } from './acts.ts'
import { apply } from './apply.ts'
import { replay } from './events.ts'
import { SYSTEM } from './people.ts'
import { presets } from './presets.ts'
import { lastVerdict } from './seats.ts'
import { Story } from './story.testing.ts'

const three = ['bea', 'cem', 'eva']

describe('two at once', () => {
  test('the second of two publications finds the document decided', () => {
    const story = new Story({ approvers: ['bea'] })
    story.approves('bea')
    story.publishes()
    expect(story.refused('dan', { type: 'accept', reason: 'Me too', revisit: null }, 'conflict')).toEqual([])
    story.refused('dan', { type: 'reject', reason: 'No', revisit: null }, 'conflict')
  })

  test('a number is assigned once', () => {
    const story = new Story({ approvers: ['bea'] })
    story.approves('bea')
    story.publishes()
    story.does(SYSTEM, { type: 'assign number', number: 12 })
    story.refused(SYSTEM, { type: 'assign number', number: 13 }, 'refused')
    story.refused('dan', { type: 'assign number', number: 13 }, 'forbidden')
  })

  test('a second successor has to be declared a split', () => {
    const story = new Story({ approvers: ['bea'] })
    story.approves('bea')
    story.publishes()
    const by = (number: number) => ({ spaceId: 'home', number })
    story.does(SYSTEM, { type: 'supersede', by: by(2), split: false })
    story.refused(SYSTEM, { type: 'supersede', by: by(3), split: false }, 'conflict')
    story.does(SYSTEM, { type: 'supersede', by: by(3), split: true })
    expect(story.review.stage).toMatchObject({ state: 'superseded', by: [by(2), by(3)] })
  })

  test('a verdict on an older version pins that version, and is stale when what it answered has changed', () => {
    const story = new Story({ approvers: three })
    story.edits({ summary: 's2', proposal: 'p1', notes: 'n1', 'limits@api': 'l1' })
    const read = { type: 'give verdict', verdict: 'approve', reason: '', version: 1, for: null } as const
    story.does('bea', read)
    expect(lastVerdict(story.review, 'bea')?.hashes).toEqual({
      summary: 's1',
      proposal: 'p1',
      notes: 'n1',
      limits: 'l1',
    })
    expect(story.missing().map(({ code }) => code)).toContain('verdict.stale')
    story.refused('cem', { ...read, version: 3 }, 'conflict')
  })
})

describe('other presets', () => {
  test('light: one decider, three days, and anyone may escalate it', () => {
    const story = new Story({ policy: presets.light, draft: true })
    story.does('dan', { type: 'name decider', decider: 'dee' })
    story.does('dan', { type: 'open review' })
    const accept = { type: 'accept', reason: 'Fine', revisit: null } as const
    story.refused('dee', accept, 'refused')
    story.passes(3)
    story.refused('dan', accept, 'forbidden')
    story.publishes('accept', 'dee')

    const escalated = new Story({ policy: presets.light })
    escalated.refused('zoe', { type: 'escalate', preset: 'light' }, 'invalid')
    escalated.does('zoe', { type: 'escalate', preset: 'standard' })
    escalated.passes(3)
    expect(escalated.cannotPublish()).toEqual(['approver.none'])
    escalated.refused('zoe', { type: 'escalate', preset: 'consent' }, 'refused')
  })

  test('advice: the driver decides once each piece of advice is answered', () => {
    const story = new Story({ policy: presets.advice, contributors: ['con'] })
    story.does('con', { type: 'give advice', text: 'Mind the cost' })
    expect(story.cannotPublish()).toEqual(['advice.unanswered'])
    const [adviceId = ''] = Object.keys(story.review.advice)
    story.does('dan', { type: 'answer advice', adviceId, text: 'Section 4 does' })
    story.publishes()
  })

  test('standard: a document without an approver cannot even be opened', () => {
    const story = new Story({ draft: true })
    expect(story.refused('dan', { type: 'open review' }, 'refused')).toEqual(['approver.none'])
  })
})

describe('an act', () => {
  test.each(['constructor', '__proto__', ''])('about “%s” is refused at the door', concernId => {
    expect(Act.safeParse({ type: 'withdraw concern', concernId, reason: '' }).success).toBe(false)
  })

  test('of an unknown type is refused at the door', () => {
    expect(Act.safeParse({ type: 'approve everything' }).success).toBe(false)
  })
})

describe('the log', () => {
  test('shows the review as it was after any event', () => {
    const story = new Story({ approvers: three })
    story.approves('bea')
    const then = structuredClone(story.review)
    story.edits({ summary: 's2' })
    story.approves('cem', 'eva')
    expect(replay(story.events.slice(0, then.revision))).toEqual(then)
  })

  test('with a gap or a changed entry is not replayed', () => {
    const story = new Story({ approvers: three })
    story.approves('bea', 'cem')
    expect(() => replay(story.events.slice(1))).toThrow('cannot follow')
    const forged = structuredClone(story.events)
    const change = forged[1]?.changes[0]
    if (change) change.after = { ...story.review.seats['id2'], addedBy: 'mallory', removed: 1 }
    expect(forged).not.toEqual(story.events)
    expect(replay(forged)).not.toEqual(story.review)
    expect(() => replay(story.events.filter(({ type }) => type !== 'review.opened'))).toThrow('cannot follow')
  })

  test('of an act that is refused has no entry', () => {
    const story = new Story({ approvers: three })
    const context = story.context('zoe')
    expect(apply(story.review, { type: 'hold', reason: 'No' }, context)).toMatchObject({ ok: false })
  })
})
