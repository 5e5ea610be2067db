import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorld, type World } from '../testing/world.ts'
import { leaseOf } from './lease.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
}, 60_000)
afterAll(() => world.stop())

test('of many who ask at once, one holds a lease, and the next after it lets go', async () => {
  const leases = Array.from({ length: 10 }, () => leaseOf('one at a time', 60_000))
  const held = await Promise.all(leases.map(lease => lease.hold()))
  expect(held.filter(Boolean)).toHaveLength(1)
  const [holder] = leases.filter((_, index) => held[index])
  const [waiting] = leases.filter((_, index) => !held[index])
  expect(await holder?.hold()).toBe(true)
  expect(await waiting?.hold()).toBe(false)
  await waiting?.release()
  expect(await waiting?.hold()).toBe(false)
  await holder?.release()
  expect(await waiting?.hold()).toBe(true)
})

test('a lease whose holder vanished runs out by itself', async () => {
  const [vanished, next] = [leaseOf('soon over', 50), leaseOf('soon over', 60_000)]
  expect(await vanished.hold()).toBe(true)
  await expect.poll(() => next.hold(), { timeout: 10_000 }).toBe(true)
  expect(await vanished.hold()).toBe(false)
})
