import fc from 'fast-check'
import type { Act } from './acts.ts'
import { verdictKinds } from './answers.ts'
import { DAY } from './calendar.ts'
import { presetNames, presets } from './presets.ts'
import type { Review } from './review.ts'
import { positions } from './stances.ts'
import { dispositions } from './states.ts'
import { sections } from './story.testing.ts'

const person = fc.constantFrom('bea', 'cem', 'eva', 'olga', 'ann', 'dan')
const maybe = fc.option(person, { nil: null })
const reason = fc.constantFrom('Because', '')
const said = fc.constant('Because')
/** Which of the things there are an act is about. */
const which = fc.nat(3)

/** An act as it would be at that point of a review. */
export type Draw = (review: Review, now: number) => Act

const at = (entries: Record<string, unknown>, index: number): string => {
  const keys = Object.keys(entries)
  return keys[index % keys.length] ?? 'none'
}

/** What brings a review forward. */
const progress: fc.Arbitrary<Draw> = fc.oneof(
  fc.constantFrom(...dispositions).map(
    (disposition): Draw =>
      () => ({ type: 'propose decision', disposition }),
  ),
  said.map(
    (reason): Draw =>
      () => ({ type: 'restart final comment', reason }),
  ),
  fc.constantFrom('accept' as const, 'reject' as const, 'postpone' as const).map(
    (type): Draw =>
      () => ({ type, reason: 'Now', revisit: null }),
  ),
  fc.constant<Draw>(() => ({ type: 'release hold' })),
  fc.constant<Draw>(() => ({ type: 'tick' })),
  fc.tuple(fc.constantFrom(...verdictKinds), reason, maybe).map(
    ([verdict, why, behalf]): Draw =>
      review => ({ type: 'give verdict', verdict, reason: why, version: review.version, for: behalf }),
  ),
  fc.tuple(fc.constantFrom(...verdictKinds), reason).map(
    ([verdict, why]): Draw =>
      review => ({ type: 'give verdict', verdict, reason: why, version: review.version, for: null }),
  ),
  which.map(
    (index): Draw =>
      review => ({ type: 'dismiss verdict', verdictId: at(review.verdicts, index), reason: 'Old' }),
  ),
  fc.tuple(fc.nat(2), fc.boolean()).map(
    ([hash, editorial]): Draw =>
      review => ({
        type: 'edit',
        version: review.version + 1,
        sections: sections({ summary: `s${hash}`, 'limits@api': `l${hash}` }),
        editorial,
      }),
  ),
  which.map(
    (index): Draw =>
      review => ({ type: 'contest edit', editId: at(review.edits, index), reason: 'No' }),
  ),
  fc.constant<Draw>(() => ({ type: 'raise concern', title: 'Title', reason: 'Because', anchor: null })),
  which.map(
    (index): Draw =>
      review => ({ type: 'restate concern', concernId: at(review.concerns, index), text: 'You mean' }),
  ),
  fc.tuple(which, fc.boolean()).map(
    ([index, confirmed]): Draw =>
      review => ({
        type: 'answer restatement',
        concernId: at(review.concerns, index),
        confirmed,
        reason: 'So',
      }),
  ),
  which.map(
    (index): Draw =>
      review => ({
        type: 'propose resolution',
        concernId: at(review.concerns, index),
        summary: 's',
        change: '',
        rationale: 'r',
      }),
  ),
  fc.tuple(which, fc.boolean()).map(
    ([index, confirmed]): Draw =>
      review => ({
        type: 'answer resolution',
        concernId: at(review.concerns, index),
        confirmed,
        reason: 'So',
      }),
  ),
  which.map(
    (index): Draw =>
      review => ({ type: 'overrule concern', concernId: at(review.concerns, index), reason: 'On' }),
  ),
  which.map(
    (index): Draw =>
      review => ({ type: 'second overruling', concernId: at(review.concerns, index), reason: '' }),
  ),
  which.map(
    (index): Draw =>
      review => ({ type: 'withdraw concern', concernId: at(review.concerns, index), reason: '' }),
  ),
  fc.tuple(which, fc.constantFrom(...positions), reason).map(
    ([index, position, why]): Draw =>
      review => ({ type: 'take stance', proposalId: at(review.proposals, index), position, reason: why }),
  ),
  which.map(
    (index): Draw =>
      review => ({ type: 'close round', proposalId: at(review.proposals, index) }),
  ),
  which.map(
    (index): Draw =>
      (review, now) => ({ type: 'open round', proposalId: at(review.proposals, index), endsAt: now + DAY }),
  ),
  which.map(
    (index): Draw =>
      review => ({
        type: 'decide proposal',
        proposalId: at(review.proposals, index),
        option: 'one',
        text: 'One',
        answers: { bea: 'Why', cem: 'Why' },
      }),
  ),
  fc.constant<Draw>(() => ({ type: 'give advice', text: 'Think' })),
  which.map(
    (index): Draw =>
      review => ({ type: 'answer advice', adviceId: at(review.advice, index), text: 'Thought' }),
  ),
  fc.constant<Draw>(() => ({ type: 'assign number', number: 1 })),
  fc.constant<Draw>(() => ({ type: 'supersede', by: { spaceId: 'home', number: 2 }, split: false })),
)

/** What upsets it. */
const upheaval: fc.Arbitrary<Draw> = fc.oneof(
  fc.constant<Draw>(() => ({ type: 'open review' })),
  said.map(
    (reason): Draw =>
      () => ({ type: 'cancel proposed decision', reason }),
  ),
  said.map(
    (reason): Draw =>
      () => ({ type: 'hold', reason }),
  ),
  fc.constantFrom(...presetNames).map(
    (name): Draw =>
      () => ({ type: 'change policy', policy: presets[name] }),
  ),
  fc.constantFrom('reset' as const, 'pause' as const, 'block' as const).map(
    (concernInFinalComment): Draw =>
      () => ({ type: 'change policy', policy: { ...presets['final comment'], concernInFinalComment } }),
  ),
  fc.constantFrom(...presetNames).map(
    (preset): Draw =>
      () => ({ type: 'escalate', preset }),
  ),
  person.map(
    (personId): Draw =>
      () => ({ type: 'name approver', holder: { kind: 'person', personId } }),
  ),
  which.map(
    (index): Draw =>
      review => ({ type: 'remove approver', seatId: at(review.seats, index), reason: 'Gone' }),
  ),
  fc.subarray(['api', 'ops']).map(
    (spaceIds): Draw =>
      () => ({ type: 'touch spaces', spaceIds }),
  ),
  fc.subarray(['dan', 'ann', 'bea'], { minLength: 1 }).map(
    (authors): Draw =>
      () => ({ type: 'set authors', authors }),
  ),
  maybe.map(
    (behalf): Draw =>
      () => ({ type: 'withdraw verdict', reason: '', for: behalf }),
  ),
  fc.constant<Draw>(() => ({ type: 'recuse', reason: '' })),
  fc.constant<Draw>(() => ({ type: 'rejoin' })),
  fc.tuple(person, maybe).map(
    ([to, from]): Draw =>
      (_review, now) => ({ type: 'delegate', to, until: now + 5 * DAY, from }),
  ),
  maybe.map(
    (personId): Draw =>
      () => ({ type: 'go away', until: null, personId }),
  ),
  fc.constant<Draw>(() => ({ type: 'come back' })),
  fc.constant<Draw>((review, now) => ({
    type: 'open proposal',
    proposalId: `q${Object.keys(review.proposals).length}`,
    question: 'Which?',
    options: ['one'],
    decider: 'dan',
    stakeholders: ['bea', 'cem'],
    endsAt: now + 3 * DAY,
  })),
)

export type Move = { pick: number; wild: boolean; draw: Draw; hours: number }

/**
 * An act by somebody, some time after (or, when a clock is set back, before) the one before. Mostly by one of those who may,
 * since a story of refusals leads nowhere.
 */
export const moves: fc.Arbitrary<Move[]> = fc.array(
  fc.record({
    pick: fc.nat(),
    wild: fc.integer({ min: 0, max: 9 }).map(number => number === 0),
    draw: fc.oneof({ weight: 5, arbitrary: progress }, { weight: 1, arbitrary: upheaval }),
    hours: fc.integer({ min: -20, max: 60 }),
  }),
  { minLength: 40, maxLength: 160, size: 'max' },
)
