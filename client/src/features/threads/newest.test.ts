import { expect, test } from 'vitest'
import { newest } from './newest.ts'
import { threadOf } from './testing/examples.ts'

const old = threadOf('a')
const changed = threadOf('a', { revision: 2 })
const started = threadOf('b')

test('an answer that was overtaken by an event does not undo it', () => {
  expect(newest([changed, started], [old])).toEqual([changed, started])
})

test('an answer that is newer counts, and so do new abilities on the same revision', () => {
  expect(newest([old], [changed])).toEqual([changed])
  const allowed = { ...old, abilities: { ...old.abilities, resolve: false } }
  expect(newest([old], [allowed])).toEqual([allowed])
})

test('an answer that says nothing new changes nothing', () => {
  const held = [old, started]
  expect(newest(held, structuredClone(held))).toBe(held)
})
