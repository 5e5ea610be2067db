import { expect, it } from 'vitest'
import { play } from './story.ts'

const RUNS = Number(process.env['SIMULATION_RUNS'] ?? 120)
const FIRST = Number(process.env['SIMULATION_SEED'] ?? 1)

it.each([1, 3])(
  `whatever goes wrong with %d servers, all copies end up the same and hold what was acknowledged (seeds from ${FIRST})`,
  async servers => {
    for (let seed = FIRST; seed < FIRST + RUNS; seed++) {
      expect(await play(seed, servers), `seed ${seed}, ${servers} servers`).toEqual([])
    }
  },
)

it.each([
  ['updates of others that rest on ones which were lost on the way do not hold up own edits', 472, 1],
  ['deletions that only one reader saw before a crash come back', 2438, 1],
  ['deletions of own edits that the server lost as well come back', 2453, 1],
  ['a write that lands after its server died reaches those who opened the document meanwhile', 228, 3],
  ['edits acknowledged out of order count as saved in order', 26, 1],
])('%s', async (_, seed, servers) => {
  expect(await play(seed, servers)).toEqual([])
})
