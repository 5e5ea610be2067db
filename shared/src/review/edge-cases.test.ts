import { describe, expect, test } from 'vitest'
import { apply } from './apply.ts'
import { DAY } from './calendar.ts'
import { replay } from './events.ts'
import { SYSTEM } from './people.ts'
import type { Policy } from './policy.ts'
import { presets } from './presets.ts'
import { lastVerdict } from './seats.ts'
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

describe('people who come and go', () => {
  test('an approver removed in mid-review is no longer counted, and what they said stays', () => {
    const story = new Story({ approvers: three })
    story.approves('bea', 'cem')
    const [, , seatId = ''] = Object.keys(story.review.seats)
    story.does('dan', { type: 'remove approver', seatId, reason: 'Changed teams' })
    expect(story.missing()).toEqual([])
    story.refused(
      'eva',
      { type: 'give verdict', verdict: 'approve', reason: '', version: 1, for: null },
      'forbidden',
    )
    expect(story.review.seats[seatId]?.removed?.reason).toBe('Changed teams')
  })

  test('a removal can be what lets a period start, and is dated as such', () => {
    const story = new Story({ policy: fcp, approvers: [...three, 'fay', 'gus', 'hal'] })
    story.proposes()
    story.approves(...three)
    expect(story.state).toBe('in review')
    const [, , , seatId = ''] = Object.keys(story.review.seats)
    const events = story.does('dan', { type: 'remove approver', seatId, reason: 'Too many' })
    expect(events).toEqual(['approver.removed', 'period.started'])
  })

  test('the last owner of a touched space leaving is a line of its own, until somebody owns it or it is no longer touched', () => {
    const story = new Story({
      approvers: ['bea'],
      touches: ['api'],
      owners: { home: ['olga'], api: ['oto'] },
    })
    story.approves('bea')
    expect(story.missing()).toMatchObject([
      {
        code: 'verdict.outstanding',
        owes: [{ kind: 'space', spaceId: 'api', people: [{ personId: 'oto' }] }],
      },
    ])
    story.owners['api'] = []
    expect(story.missing()).toMatchObject([
      { code: 'seat.vacant', owes: [{ kind: 'space', spaceId: 'api', people: [] }] },
    ])
    const [, seatId = ''] = Object.keys(story.review.seats).reverse()
    story.refused('dan', { type: 'remove approver', seatId, reason: 'Nobody' }, 'refused')
    story.owners['api'] = ['new']
    story.approves('new')
    expect(story.missing()).toEqual([])
    story.does('dan', { type: 'touch spaces', spaceIds: [] })
    expect(story.missing()).toEqual([])
  })

  test('a member who leaves a group no longer answers for it', () => {
    const groups = { core: ['bea', 'cem', 'eva'] }
    const story = new Story({ groups, draft: true })
    story.does('dan', { type: 'name approver', holder: { kind: 'group', groupId: 'core', needs: 2 } })
    story.does('dan', { type: 'open review' })
    story.approves('bea')
    expect(story.missing()).toMatchObject([{ code: 'verdict.outstanding', owes: [{ kind: 'group' }] }])
    story.approves('cem')
    expect(story.missing()).toEqual([])
    groups.core = ['cem', 'eva']
    expect(story.missing()).toMatchObject([{ owes: [{ groupId: 'core', people: [{ personId: 'eva' }] }] }])
  })

  test('abstaining and recusing leave the count; when all have, nobody has approved', () => {
    const story = new Story({ approvers: three })
    story.answers('bea', 'abstain')
    story.does('cem', { type: 'recuse', reason: 'I wrote the rival' })
    expect(story.missing()).toMatchObject([{ code: 'verdict.outstanding' }])
    story.answers('eva', 'abstain')
    expect(story.missing()).toMatchObject([{ code: 'approver.none' }])
    story.does('cem', { type: 'rejoin' })
    story.approves('cem')
    expect(story.missing()).toEqual([])
  })

  test('a delegate answers until the date, and the line says that they may', () => {
    const story = new Story({ approvers: ['bea'] })
    const until = story.now + 3 * DAY
    const answer = { type: 'give verdict', verdict: 'approve', reason: '', version: 1, for: 'bea' } as const
    story.refused('del', answer, 'forbidden')
    story.does('bea', { type: 'delegate', to: 'del', until, from: null })
    story.does('bea', { type: 'go away', until, personId: null })
    expect(story.missing()).toMatchObject([
      { owes: [{ personId: 'bea', delegates: ['del'], away: { until } }] },
    ])
    story.passes(3)
    story.refused('del', answer, 'forbidden')
    story.does('bea', { type: 'delegate', to: 'del', until: until + DAY, from: null })
    story.does('del', answer)
    expect(lastVerdict(story.review, 'bea')).toMatchObject({ personId: 'bea', givenBy: 'del' })
    expect(story.missing()).toEqual([])
  })

  test('an owner may delegate for somebody who is away, an author never answers for anyone', () => {
    const story = new Story({ approvers: ['bea'], owners: { home: ['olga', 'ann'] } })
    const delegate = { type: 'delegate', to: 'del', until: story.now + DAY, from: 'bea' } as const
    story.refused('olga', delegate, 'forbidden')
    story.does('olga', { type: 'go away', until: null, personId: 'bea' })
    story.refused('ann', delegate, 'forbidden')
    story.refused('olga', { ...delegate, to: 'ann' }, 'invalid')
    story.does('olga', delegate)
  })

  test('an approver who becomes an author is no longer counted', () => {
    const story = new Story({ approvers: three })
    story.approves('bea', 'cem', 'eva')
    story.does('dan', { type: 'set authors', authors: ['dan', 'ann', 'bea'] })
    expect(story.missing()).toEqual([])
    story.refused(
      'bea',
      { type: 'give verdict', verdict: 'approve', reason: '', version: 1, for: null },
      'forbidden',
    )
  })

  test('the driver hands over to an author, and an owner does it for a driver who has left', () => {
    const story = new Story({ approvers: ['bea'] })
    story.refused('dan', { type: 'set authors', authors: ['ann'] }, 'invalid')
    story.refused('olga', { type: 'hand over', driver: 'zoe' }, 'invalid')
    story.does('olga', { type: 'hand over', driver: 'ann' })
    story.approves('bea')
    story.publishes('accept', 'ann')
  })
})

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
    story.refused('dee', { type: 'accept', reason: 'Fine', revisit: null }, 'refused')
    story.passes(3)
    story.cannotPublish('accept', 'dan')
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

describe('an owner who is an author', () => {
  test('neither dismisses a request nor confirms for a raiser nor seconds an overruling', () => {
    const story = new Story({ approvers: ['bea', 'cem'], owners: { home: ['ann'] } })
    story.answers('bea', 'request changes', 'Costs')
    const [verdictId = ''] = Object.keys(story.review.verdicts)
    story.refused('ann', { type: 'dismiss verdict', verdictId, reason: 'Mine' }, 'forbidden')
    const concernId = story.raises('bea', 'cost')
    story.does('bea', { type: 'go away', until: null, personId: null })
    story.does('dan', { type: 'restate concern', concernId, text: 'It costs' })
    story.passes(30)
    story.refused('ann', { type: 'answer restatement', concernId, confirmed: true, reason: '' }, 'forbidden')
    story.does('dan', { type: 'overrule concern', concernId, reason: 'On' })
    story.refused('ann', { type: 'second overruling', concernId, reason: '' }, 'forbidden')
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
