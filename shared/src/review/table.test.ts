import { describe, expect, test } from 'vitest'
import type { Abilities } from './abilities.ts'
import { abilities } from './abilities.ts'
import type { Act, ActOf, ActType } from './acts.ts'
import { actTypes } from './acts.ts'
import { apply } from './apply.ts'
import { DAY } from './calendar.ts'
import type { Context } from './context.ts'
import { unmet } from './guards.ts'
import { SYSTEM } from './people.ts'
import { presets } from './presets.ts'
import type { Role, Subject } from './roles.ts'
import { roles, rolesOf } from './roles.ts'
import type { State } from './states.ts'
import { states } from './states.ts'
import { Story, sections, startOfStory } from './story.testing.ts'
import { transitions } from './table/transitions.ts'
import { rowsFor, table } from './table.ts'

/** One person for every role; some roles cannot be had alone, as the driver is an author. */
const cast: Record<Role, string> = {
  driver: 'dan',
  author: 'ann',
  decider: 'dee',
  approver: 'bea',
  delegate: 'del',
  contributor: 'con',
  informed: 'inf',
  owner: 'olga',
  raiser: 'rae',
  'stand-in': 'sid',
  seconder: 'sue',
  stakeholder: 'sam',
  'proposal decider': 'pia',
  anyone: 'zoe',
  system: SYSTEM,
}

const later = startOfStory + 90 * DAY

/** A review in review with one of everything, on the way to each state. */
function inReview(): Story {
  const story = new Story({
    policy: { ...presets['final comment'], escalates: true, maxOutstanding: 9, approvals: { count: 1 } },
    approvers: ['bea', 'sue', 'rae', 'sid2'],
    contributors: ['con'],
    draft: true,
  })
  story.does('dan', { type: 'set informed', informed: ['inf'] })
  story.does('dan', { type: 'name decider', decider: 'dee' })
  story.does('dan', {
    type: 'open proposal',
    proposalId: 'proposal',
    question: 'Which queue?',
    options: ['one', 'two'],
    decider: 'pia',
    stakeholders: ['sam'],
    endsAt: later,
  })
  return story
}

function reviewed(): Story {
  const story = inReview()
  story.does('dan', { type: 'open review' })
  story.does('bea', { type: 'delegate', to: 'del', until: later, from: null })
  story.answers('sue', 'request changes', 'Costs')
  story.answers('sue', 'approve')
  story.edits({ summary: 's1', proposal: 'p1', notes: 'n2', 'limits@api': 'l1' }, true)
  const concernId = story.raises('rae', 'cost')
  story.does('rae', { type: 'delegate', to: 'sid', until: later, from: null })
  story.does('rae', { type: 'go away', until: later, personId: null })
  story.now += 8 * DAY
  story.does('dan', { type: 'restate concern', concernId, text: 'It costs' })
  story.does('sid', { type: 'answer restatement', concernId, confirmed: true, reason: '' })
  story.does('con', { type: 'give advice', text: 'Think of the cost' })
  return story
}

const cleared = (story: Story): Story => {
  const concernId = story.openConcerns[0] ?? ''
  story.does('dan', { type: 'propose resolution', concernId, summary: 's', change: '', rationale: 'r' })
  story.does('sid', { type: 'answer resolution', concernId, confirmed: true, reason: '' })
  story.does('sam', { type: 'take stance', proposalId: 'proposal', position: 'support', reason: '' })
  story.does('dan', { type: 'close round', proposalId: 'proposal' })
  story.does('pia', {
    type: 'decide proposal',
    proposalId: 'proposal',
    option: 'one',
    text: 'One',
    answers: {},
  })
  story.proposes()
  story.passes(10)
  return story
}

const ways: Record<State, () => Story> = {
  draft: inReview,
  'in review': reviewed,
  'final comment': () => cleared(reviewed()),
  accepted: () => ended('accept'),
  rejected: () => ended('reject'),
  postponed: () => ended('postpone'),
  withdrawn: () => then(reviewed(), 'dan', { type: 'withdraw document', reason: 'No' }),
  implemented: () => then(ended('accept'), 'dan', { type: 'mark implemented', reason: '' }),
  superseded: () =>
    then(ended('accept'), SYSTEM, { type: 'supersede', by: { spaceId: 'home', number: 9 }, split: false }),
  deprecated: () => then(ended('accept'), 'olga', { type: 'deprecate', reason: 'Gone' }),
}

function then(story: Story, actor: string, act: Act): Story {
  story.does(actor, act)
  return story
}

function ended(type: 'accept' | 'reject' | 'postpone'): Story {
  const story = cleared(reviewed())
  if (type !== 'accept') {
    story.does('dan', { type: 'cancel proposed decision', reason: 'Another' })
    story.proposes(type)
    story.passes(10)
  }
  story.publishes(type)
  return story
}

/** An input for every act that is right for as many states as can be. */
function samples({ review, now }: Story): { [Type in ActType]: ActOf<Type> } {
  const concernId = Object.keys(review.concerns)[0] ?? 'none'
  const verdictId = Object.keys(review.verdicts)[0] ?? 'none'
  const reason = 'A reason'
  const proposalId = 'proposal'
  const ending = { reason, revisit: null }
  return {
    'open review': { type: 'open review' },
    'propose decision': { type: 'propose decision', disposition: 'postpone' },
    'cancel proposed decision': { type: 'cancel proposed decision', reason },
    'start final comment': { type: 'start final comment' },
    'restart final comment': { type: 'restart final comment', reason },
    accept: { type: 'accept', ...ending },
    reject: { type: 'reject', ...ending },
    postpone: { type: 'postpone', ...ending },
    'withdraw document': { type: 'withdraw document', reason },
    hold: { type: 'hold', reason },
    'release hold': { type: 'release hold' },
    'mark implemented': { type: 'mark implemented', reason },
    supersede: { type: 'supersede', by: { spaceId: 'home', number: 12 }, split: true },
    deprecate: { type: 'deprecate', reason },
    'assign number': { type: 'assign number', number: 4 },
    tick: { type: 'tick' },
    'change policy': { type: 'change policy', policy: presets.standard },
    escalate: { type: 'escalate', preset: 'standard' },
    'name approver': { type: 'name approver', holder: { kind: 'person', personId: 'new' } },
    'remove approver': { type: 'remove approver', seatId: Object.keys(review.seats)[3] ?? 'none', reason },
    'touch spaces': { type: 'touch spaces', spaceIds: ['api'] },
    'set authors': { type: 'set authors', authors: ['dan', 'ann'] },
    'set contributors': { type: 'set contributors', contributors: ['con'] },
    'set informed': { type: 'set informed', informed: [] },
    'name decider': { type: 'name decider', decider: 'dee' },
    'hand over': { type: 'hand over', driver: 'ann' },
    'give verdict': { type: 'give verdict', verdict: 'approve', reason, version: 1, for: null },
    'withdraw verdict': { type: 'withdraw verdict', reason, for: null },
    'dismiss verdict': { type: 'dismiss verdict', verdictId, reason },
    recuse: { type: 'recuse', reason },
    rejoin: { type: 'rejoin' },
    delegate: { type: 'delegate', to: 'new', until: now + DAY, from: null },
    'end delegation': { type: 'end delegation', delegationId: Object.keys(review.delegations)[0] ?? 'none' },
    'go away': { type: 'go away', until: null, personId: null },
    'come back': { type: 'come back' },
    edit: {
      type: 'edit',
      version: review.version + 1,
      sections: sections({ summary: 'new' }),
      editorial: false,
    },
    'contest edit': { type: 'contest edit', editId: Object.keys(review.edits)[0] ?? 'none', reason },
    'raise concern': { type: 'raise concern', title: 'Title', reason, anchor: null },
    'restate concern': { type: 'restate concern', concernId, text: reason },
    'answer restatement': { type: 'answer restatement', concernId, confirmed: true, reason },
    'propose resolution': {
      type: 'propose resolution',
      concernId,
      summary: reason,
      change: '',
      rationale: reason,
    },
    'answer resolution': { type: 'answer resolution', concernId, confirmed: true, reason },
    'overrule concern': { type: 'overrule concern', concernId, reason },
    'second overruling': { type: 'second overruling', concernId, reason },
    'withdraw concern': { type: 'withdraw concern', concernId, reason },
    'open proposal': {
      type: 'open proposal',
      proposalId: 'another',
      question: reason,
      options: [],
      decider: 'pia',
      stakeholders: ['sam'],
      endsAt: now + DAY,
    },
    'take stance': { type: 'take stance', proposalId, position: 'support', reason },
    'close round': { type: 'close round', proposalId },
    'open round': { type: 'open round', proposalId, endsAt: now + DAY },
    'hand over proposal': { type: 'hand over proposal', proposalId, decider: 'pia' },
    'decide proposal': { type: 'decide proposal', proposalId, option: '', text: reason, answers: {} },
    'give advice': { type: 'give advice', text: reason },
    'answer advice': {
      type: 'answer advice',
      adviceId: Object.keys(review.advice)[0] ?? 'none',
      text: reason,
    },
  }
}

function subjectOf(act: Act): Subject {
  if ('concernId' in act) return { concernId: act.concernId }
  return 'proposalId' in act && act.type !== 'open proposal' ? { proposalId: act.proposalId } : {}
}

/** What the table says of one act, asked row by row and without `apply`. */
function expected(
  story: Story,
  act: Act,
  context: Context,
): 'allowed' | 'conflict' | 'forbidden' | 'refused' | 'missing' {
  const { review } = story
  const rows = table.filter(row => row.act === act.type && row.from.includes(review.stage.state))
  if (rows.length === 0) return 'conflict'
  if ('concernId' in act && !review.concerns[act.concernId]) return 'missing'
  const held = rolesOf(review, context, subjectOf(act))
  const open = rows.filter(row => row.who.some(role => held.has(role)))
  const row = open.find(({ never = [] }) => !never.some(role => held.has(role)))
  if (!row) return 'forbidden'
  return unmet(row.guard, review, context) ? 'refused' : 'allowed'
}

/** Problems a handler may find in an act that the table allows: they depend on the act's input. */
const ofInput = ['conflict', 'forbidden', 'invalid', 'refused', 'missing']

describe.each(states)('a document that is %s', state => {
  const story = ways[state]()

  test('is told in that state', () => {
    expect(story.state).toBe(state)
  })

  test('answers every act of every role as the table says', () => {
    const all = samples(story)
    let allowed = 0
    const asked = new Map<string, Abilities>()
    const abilitiesOf = (role: Role, subject: Subject): Abilities => {
      const key = JSON.stringify([role, subject])
      const known = asked.get(key) ?? abilities(story.review, cast[role], story.context(cast[role]), subject)
      asked.set(key, known)
      return known
    }
    for (const type of actTypes) {
      const act: Act = all[type]
      for (const role of roles) {
        const context = story.context(cast[role])
        const before = JSON.stringify(story.review)
        const result = apply(story.review, act, context)
        const says = expected(story, act, context)
        const label = `${role} ${type} when ${state}`
        expect(JSON.stringify(story.review), label).toBe(before)
        const ability = abilitiesOf(role, subjectOf(act))[type]
        expect(ability?.problem.code ?? 'allowed', label).toBe(says)
        if (says !== 'allowed') {
          expect(result, label).toMatchObject({ ok: false, problem: { code: says } })
        } else if (result.ok) {
          allowed += 1
          const moved = transitions.find(row => row.act === type && row.from.includes(state))?.to
          const after = result.review.stage.state
          const bySystem = result.events.some(({ actor }) => actor === SYSTEM)
          if (!bySystem) expect(after, label).toBe(moved ?? state)
          expect(result.review.revision, label).toBe(story.review.revision + result.events.length)
          if (type !== 'tick') expect(result.events.length, label).toBeGreaterThan(0)
        } else {
          expect(ofInput, label).toContain(result.problem.code)
        }
      }
    }
    expect(allowed).toBeGreaterThan(0)
  })
})

describe('the table', () => {
  test('has a row for every act, and no act has two rows for the same state', () => {
    for (const type of actTypes) {
      expect(
        table.some(row => row.act === type),
        type,
      ).toBe(true)
      for (const state of states) {
        expect(rowsFor(type, state).length, `${type} when ${state}`).toBeLessThan(2)
      }
    }
  })

  test('reaches every state but draft, and leads out of no state that ends', () => {
    const reached = new Set(transitions.map(({ to }) => to))
    expect(states.filter(state => !reached.has(state))).toEqual(['draft'])
    for (const end of ['rejected', 'postponed', 'withdrawn'] as const) {
      expect(transitions.filter(({ from }) => from.includes(end))).toEqual([])
    }
  })

  /** Written from the rules, not from the table: what nobody may come to allow by changing a row. */
  const never: [Role, ActType[], string][] = [
    [
      'author',
      ['give verdict', 'dismiss verdict', 'second overruling'],
      'authors judge nothing of their own',
    ],
    [
      'driver',
      ['give verdict', 'dismiss verdict', 'answer resolution', 'change policy'],
      'nor does the driver',
    ],
    [
      'raiser',
      ['restate concern', 'propose resolution', 'overrule concern', 'second overruling'],
      'the other side answers',
    ],
    ['approver', ['accept', 'reject', 'withdraw concern', 'answer resolution'], 'approving is not deciding'],
    ['contributor', ['give verdict', 'contest edit', 'hold', 'accept'], 'contributors are not counted'],
    ['informed', ['raise concern', 'give advice', 'give verdict'], 'the informed are told'],
    ['stakeholder', ['decide proposal', 'close round'], 'a stance is not an outcome'],
    ['stand-in', ['withdraw concern'], 'only the raiser withdraws'],
    [
      'system',
      ['accept', 'reject', 'postpone', 'give verdict', 'decide proposal', 'withdraw concern'],
      'nothing is decided automatically',
    ],
    [
      'anyone',
      actTypes.filter(type => !['escalate', 'rejoin', 'end delegation', 'come back'].includes(type)),
      'readers take no part',
    ],
  ]

  test.each(never)('never lets the %s do %j: %s', (role, acts) => {
    for (const state of ['in review', 'final comment'] as const) {
      const story = ways[state]()
      const concernId = Object.keys(story.review.concerns)[0]
      const all = abilities(
        story.review,
        cast[role],
        story.context(cast[role]),
        concernId ? { concernId } : {},
      )
      for (const type of acts) {
        expect(all[type], `${role} ${type} when ${state}`).not.toBeNull()
      }
    }
  })

  test('lets each of the cast have the role they stand for', () => {
    const { review } = reviewed()
    const story = reviewed()
    for (const role of roles) {
      expect(rolesOf(review, story.context(cast[role])), role).toContain(role)
    }
  })
})
