import { describe, expect, test } from 'vitest'
import { alignmentMap } from './alignment.ts'
import { DAY } from './calendar.ts'
import type { Policy } from './policy.ts'
import { presets } from './presets.ts'
import { redact, seenBy } from './sight.ts'
import type { Position } from './stances.ts'
import { Story } from './story.testing.ts'

const proposalId = 'queue'

function tell(policy: Policy = presets.advice): Story {
  const story = new Story({ policy })
  story.does('dan', {
    type: 'open proposal',
    proposalId,
    question: 'Which queue?',
    options: ['one', 'two'],
    decider: 'dee',
    stakeholders: ['bea', 'cem', 'eva'],
    endsAt: story.now + 5 * DAY,
  })
  return story
}

function takes(story: Story, actor: string, position: Position, reason = 'So'): void {
  story.does(actor, { type: 'take stance', proposalId, position, reason })
}

function map(story: Story, viewer: string) {
  const [row] = alignmentMap(story.review, viewer)
  const positions = Object.entries(row?.cells ?? {}).map(([personId, { position }]) => [personId, position])
  return { ...row, positions: Object.fromEntries(positions) }
}

describe('a blind first round', () => {
  test('hides the stances of others until one has given one’s own', () => {
    const story = tell()
    takes(story, 'bea', 'block', 'It loses messages')
    for (const viewer of ['cem', 'dan', 'dee', 'olga']) {
      expect(map(story, viewer)).toMatchObject({
        hidden: true,
        positions: { bea: null },
        silent: ['cem', 'eva'],
      })
    }
    takes(story, 'cem', 'support')
    expect(map(story, 'cem')).toMatchObject({ hidden: false, positions: { bea: 'block', cem: 'support' } })
    expect(map(story, 'bea').positions).toMatchObject({ cem: 'support' })
  })

  test('hides them in the review and in the log that a viewer is sent', () => {
    const story = tell()
    takes(story, 'bea', 'block', 'It loses messages')
    expect(JSON.stringify(seenBy(story.review, 'cem'))).not.toContain('It loses messages')
    expect(JSON.stringify(redact(story.review, story.events, 'cem'))).not.toContain('It loses messages')
    expect(JSON.stringify(seenBy(story.review, 'bea'))).toContain('It loses messages')
    expect(redact(story.review, story.events, 'cem')).toHaveLength(story.events.length)
    takes(story, 'cem', 'support')
    expect(redact(story.review, story.events, 'cem')).toEqual(story.events)
  })

  test('cannot be lifted early: neither by closing it nor by another policy', () => {
    const story = tell()
    takes(story, 'bea', 'support')
    const close = { type: 'close round', proposalId } as const
    expect(story.refused('dan', close, 'refused')).toEqual(['round.open'])
    story.does('olga', { type: 'change policy', policy: { ...presets.advice, blindFirstRound: false } })
    expect(map(story, 'cem').hidden).toBe(true)
    expect(story.passes(5)).toEqual(['round.closed'])
    expect(map(story, 'cem')).toMatchObject({ hidden: false, open: false, positions: { bea: 'support' } })
  })

  test('closes when everyone has answered', () => {
    const story = tell()
    for (const actor of ['bea', 'cem', 'eva']) takes(story, actor, 'support')
    story.does('dan', { type: 'close round', proposalId })
    story.refused('bea', { type: 'take stance', proposalId, position: 'abstain', reason: '' }, 'conflict')
  })

  test('takes no stance once its time is up, though nobody has closed it yet', () => {
    const story = tell()
    story.now += 5 * DAY
    story.refused('bea', { type: 'take stance', proposalId, position: 'support', reason: '' }, 'conflict')
  })
})

describe('a document decided while a blind round is under way', () => {
  test('lifts nothing: its dissent leaves the hidden stances out, and the round ends at its time', () => {
    const story = tell()
    takes(story, 'bea', 'block', 'It loses messages')
    story.publishes('reject')
    expect(JSON.stringify(story.review.stage)).not.toContain('It loses messages')
    expect(map(story, 'cem').hidden).toBe(true)
    expect(story.nextDue).toBe(story.now + 5 * DAY)
    expect(story.passes(5)).toEqual(['round.closed'])
    expect(map(story, 'cem').hidden).toBe(false)
  })
})

describe('a stance', () => {
  test.each(['disagree', 'block'] as const)('to %s needs a reason', position => {
    tell().refused('bea', { type: 'take stance', proposalId, position, reason: ' ' }, 'invalid')
  })

  test('is the latest of each person, the earlier ones kept', () => {
    const story = tell()
    takes(story, 'bea', 'support')
    takes(story, 'bea', 'support with reservations')
    expect(map(story, 'bea').distribution).toMatchObject({ support: 0, 'support with reservations': 1 })
    expect(story.review.proposals[proposalId]?.stances).toHaveLength(2)
  })

  test('of a later round shows where it moved from', () => {
    const story = tell()
    takes(story, 'bea', 'block')
    takes(story, 'cem', 'support')
    takes(story, 'eva', 'abstain')
    story.does('dan', { type: 'close round', proposalId })
    story.does('dee', { type: 'open round', proposalId, endsAt: story.now + DAY })
    takes(story, 'bea', 'support with reservations')
    const { cells } = map(story, 'zoe')
    expect(cells?.['bea']).toMatchObject({ position: 'support with reservations', movedFrom: 'block' })
    expect(cells?.['cem']).toMatchObject({ position: 'support', movedFrom: null })
    expect(map(story, 'zoe')).toMatchObject({ round: 2, silent: ['cem', 'eva'], hidden: false })
  })
})

describe('the end of a proposal', () => {
  test('is written by another when its decider hands it over or an owner does', () => {
    const story = tell()
    const handOver = { type: 'hand over proposal', proposalId, decider: 'pia' } as const
    story.refused('dan', handOver, 'forbidden')
    story.does('olga', handOver)
    story.refused('dee', handOver, 'forbidden')
    expect(story.review.proposals[proposalId]?.decider).toBe('pia')
  })

  test('is written by its decider, answers every block and carries the dissent over', () => {
    const story = tell()
    takes(story, 'bea', 'block', 'It loses messages')
    takes(story, 'cem', 'disagree', 'Too new')
    takes(story, 'eva', 'support')
    const decide = {
      type: 'decide proposal',
      proposalId,
      option: 'one',
      text: 'We take one',
      answers: {},
    } as const
    story.refused('dee', decide, 'refused')
    story.does('dan', { type: 'close round', proposalId })
    expect(story.cannotPublish()).toEqual(['proposal.undecided'])
    story.refused('dan', decide, 'forbidden')
    story.refused('dee', decide, 'invalid')
    story.refused('dee', { ...decide, option: 'three', answers: { bea: 'x' } }, 'invalid')
    story.does('dee', { ...decide, answers: { bea: 'We store before we send' } })
    story.refused('dee', { ...decide, answers: { bea: 'Again' } }, 'conflict')
    story.publishes()
    expect(story.review.stage).toMatchObject({
      outcome: {
        dissent: [
          { personId: 'bea', kind: 'block', about: 'Which queue?', text: 'It loses messages' },
          { personId: 'cem', kind: 'disagree', text: 'Too new' },
        ],
      },
    })
  })
})
