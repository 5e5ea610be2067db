import { describe, expect, test } from 'vitest'
import { DAY } from './calendar.ts'
import { presets } from './presets.ts'
import { lastVerdict } from './seats.ts'
import { Story } from './story.testing.ts'

const fcp = presets['final comment']
const three = ['bea', 'cem', 'eva']

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
