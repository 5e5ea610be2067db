import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Act } from './acts.ts'
import { apply } from './apply.ts'
import { everyDay } from './calendar.ts'
import { isConcernOpen, statusOf } from './concerns.ts'
import type { Context } from './context.ts'
import { create } from './create.ts'
import { nextDue } from './due.ts'
import type { ReviewEvent } from './events.ts'
import { replay } from './events.ts'
import { missing } from './missing.ts'
import { blockingConcerns } from './missing-concerns.ts'
import { SYSTEM } from './people.ts'
import { presetNames, presets } from './presets.ts'
import type { Move } from './random-acts.testing.ts'
import { moves } from './random-acts.testing.ts'
import type { Review } from './review.ts'
import { lastVerdict } from './seats.ts'
import { states } from './states.ts'
import { sections, startOfStory } from './story.testing.ts'
import { transitions } from './table/transitions.ts'

const people = ['dan', 'ann', 'bea', 'cem', 'eva', 'olga', 'dee', SYSTEM]
type World = { owners: Record<string, string[]>; groups: Record<string, string[]> }

function run(preset: keyof typeof presets, sequence: Move[]) {
  const world: World = { owners: { home: ['olga'], api: ['cem'], ops: [] }, groups: {} }
  let now = startOfStory
  let count = 0
  const context = (actor: string): Context => {
    count += 1
    return {
      actor,
      now,
      id: `id${count}`,
      ...world,
      calendar: everyDay,
    }
  }
  const begun = create(
    {
      documentId: 'd',
      spaceId: 'home',
      touches: [],
      policy: presets[preset],
      driver: 'dan',
      authors: ['ann'],
      version: 1,
      sections: sections({ summary: 's0', 'limits@api': 'l0' }),
    },
    context('dan'),
  )
  const events: ReviewEvent[] = [...begun.events]
  let { review } = begun
  const beginning: Act[] = [
    ...['bea', 'cem', 'eva'].map(
      (personId): Act => ({ type: 'name approver', holder: { kind: 'person', personId } }),
    ),
    { type: 'open review' },
  ]
  for (const act of beginning) {
    const done = apply(review, act, context('dan'))
    if (!done.ok) throw new Error(done.problem.message)
    review = done.review
    events.push(...done.events)
  }
  for (const { pick, wild, draw, hours } of sequence) {
    now += hours * 3_600_000
    const act = draw(review, now)
    const able = wild ? people : people.filter(each => apply(review, act, context(each)).ok)
    const actor = able[pick % able.length] ?? 'zoe'
    const result = apply(review, act, context(actor))
    if (!result.ok) continue
    keepsItsLaws(review, result.review, act, context(actor))
    events.push(...result.events)
    review = result.review
  }
  return { review, events }
}

function keepsItsLaws(before: Review, after: Review, act: Act, context: Context): void {
  const from = before.stage.state
  const to = after.stage.state
  if (from !== to) {
    const known = transitions.some(row => row.from.includes(from) && row.to === to)
    expect(known, `${from} → ${to} by ${act.type}`).toBe(true)
  }
  for (const key of [
    'concerns',
    'verdicts',
    'edits',
    'seats',
    'proposals',
    'delegations',
    'advice',
  ] as const) {
    expect(Object.keys(after[key]), key).toEqual(expect.arrayContaining(Object.keys(before[key])))
  }
  for (const [id, concern] of Object.entries(before.concerns)) {
    if (!isConcernOpen(concern)) expect(after.concerns[id]).toEqual(concern)
    const grown = after.concerns[id]
    expect(grown?.resolutions.length).toBeGreaterThanOrEqual(concern.resolutions.length)
    expect(grown?.restatements.length).toBeGreaterThanOrEqual(concern.restatements.length)
    if (grown && statusOf(grown) === 'overruled') {
      expect(new Set([grown.raiser, grown.overrulings[0]?.by, grown.overrulings[0]?.second?.by]).size).toBe(3)
    }
  }
  for (const [id, verdict] of Object.entries(before.verdicts)) {
    const { ended: _then, ...given } = verdict
    expect(after.verdicts[id]).toMatchObject(given)
    if (verdict.ended) expect(after.verdicts[id]?.ended).toEqual(verdict.ended)
  }
  for (const verdict of Object.values(after.verdicts)) {
    if (verdict.ended === null) expect(lastVerdict(after, verdict.personId)).toEqual(verdict)
  }
  expect(after.lastAt).toBeGreaterThanOrEqual(before.lastAt)
  expect(after.authors).toContain(after.driver)
  if (after.stage.state === 'final comment' && after.policy.concernInFinalComment === 'reset') {
    expect(blockingConcerns(after, after.proposed?.disposition ?? 'accept')).toEqual([])
  }
  if (act.type === 'tick') {
    const now = Math.max(context.now, before.lastAt)
    expect(nextDue(after, { ...context, now }) ?? Number.POSITIVE_INFINITY).toBeGreaterThan(now)
  }
  if (act.type === 'accept') {
    const steady = { ...context, now: Math.max(context.now, before.lastAt) }
    expect(missing(before, 'accept', steady)).toEqual([])
  }
  expect(states).toContain(after.stage.state)
}

test('random acts reach no impossible state and lose no concern, verdict or event', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(fc.constantFrom(...presetNames), moves, (preset, sequence) => {
      const { review, events } = run(preset, sequence)
      for (const { type } of events) seen.add(type)
      expect(events.map(event => event.sequence)).toEqual(events.map((_, index) => index + 1))
      const stored: ReviewEvent[] = JSON.parse(JSON.stringify(events))
      expect(replay(stored)).toEqual(review)
      for (const end of [1, Math.ceil(events.length / 2)]) {
        expect(replay(stored.slice(0, end)).revision).toBe(end)
      }
    }),
    { numRuns: 50 },
  )
  expect(seen.size, 'kinds of events that the stories came to').toBeGreaterThan(40)
})
