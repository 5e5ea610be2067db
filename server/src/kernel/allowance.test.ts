import { expect, it } from 'vitest'
import { Allowance } from './allowance.ts'

it('gives what may come at once, then so much a second, and never saves up more', () => {
  const allowance = new Allowance(10, 3, 0)
  const taken = (now: number) => {
    let count = 0
    while (allowance.take(1, now)) count++
    return count
  }
  expect(taken(0)).toBe(3)
  expect(taken(50)).toBe(0)
  expect(taken(200)).toBe(2)
  expect(taken(60_000)).toBe(3)
})

it('an amount that is not there in full is not taken at all', () => {
  const allowance = new Allowance(10, 3, 0)
  expect(allowance.take(4, 0)).toBe(false)
  expect(allowance.take(3, 0)).toBe(true)
})
