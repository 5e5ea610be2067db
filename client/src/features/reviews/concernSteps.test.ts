import type { Concern } from '@colloquy/shared/review/concerns'
import { expect, test } from 'vitest'
import { stepsOf } from './concernSteps.ts'

const raised: Concern = {
  concernId: 'c1',
  title: 'Recovery',
  reason: 'Recovery takes an hour.',
  anchor: null,
  raiser: 'rita',
  raisedAt: 1,
  against: null,
  restatements: [],
  resolutions: [],
  overrulings: [],
  withdrawn: null,
}

test('the steps of a concern are told in the order in which they happened', () => {
  const steps = stepsOf({
    ...raised,
    restatements: [
      {
        by: 'olivia',
        at: 2,
        text: 'It is slow.',
        answer: { by: 'rita', at: 3, reason: 'Too slow.', confirmed: false },
      },
      {
        by: 'olivia',
        at: 4,
        text: 'An hour is too long.',
        answer: { by: 'rita', at: 5, reason: '', confirmed: true },
      },
    ],
    overrulings: [
      { by: 'dan', at: 6, reason: 'It never happens.', second: { by: 'sam', at: 7, reason: '' } },
    ],
  })
  expect(steps.map(({ by, what, text }) => [by, what, ...text])).toEqual([
    ['rita', 'raised it', 'Recovery takes an hour.'],
    ['olivia', 'restated it', 'It is slow.'],
    ['rita', 'said that this is not it', 'Too slow.'],
    ['olivia', 'restated it', 'An hour is too long.'],
    ['rita', 'said that this is the concern'],
    ['dan', 'overruled it', 'It never happens.'],
    ['sam', 'seconded the overruling'],
  ])
})
