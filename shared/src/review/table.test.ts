import { describe, expect, test } from 'vitest'
import type { Abilities } from './abilities.ts'
import { abilities } from './abilities.ts'
import type { Act, ActType } from './acts.ts'
import { actTypes } from './acts.ts'
import { apply } from './apply.ts'
import { cast, reviewed, samples, ways } from './cast.testing.ts'
import type { Context } from './context.ts'
import { unmet } from './guards.ts'
import { SYSTEM } from './people.ts'
import type { Role, Subject } from './roles.ts'
import { roles, rolesOf } from './roles.ts'
import { states } from './states.ts'
import type { Story } from './story.testing.ts'
import { transitions } from './table/transitions.ts'
import { rowsFor, table } from './table.ts'

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
  return unmet(row.guard, review, context)?.code ?? 'allowed'
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
        const result = apply(story.review, act, context)
        const says = expected(story, act, context)
        const label = `${role} ${type} when ${state}`
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
