import { expect, it } from 'vitest'
import { play } from './story.ts'

const RUNS = Number(process.env['SIMULATION_RUNS'] ?? 300)
const FIRST = Number(process.env['SIMULATION_SEED'] ?? 1)

it(`whatever goes wrong, all copies end up the same with every acknowledged edit (seeds from ${FIRST})`, async () => {
  for (let seed = FIRST; seed < FIRST + RUNS; seed++) {
    expect(await play(seed), `seed ${seed}`).toEqual([])
  }
})
