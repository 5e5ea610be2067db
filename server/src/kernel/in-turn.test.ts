import { expect, test } from 'vitest'
import { turns } from './in-turn.ts'

test('work on one thing waits for what came before, a failure too, and work on another does not', async () => {
  const inTurn = turns()
  const order: string[] = []
  const { promise: gate, resolve: open } = Promise.withResolvers<void>()
  const first = inTurn('a', async () => {
    await gate
    order.push('first')
    throw new Error('it failed')
  })
  const second = inTurn('a', async () => order.push('second'))
  const other = inTurn('b', async () => order.push('other'))
  await other
  open()
  await expect(first).rejects.toThrow('it failed')
  await second
  expect(order).toEqual(['other', 'first', 'second'])
})
