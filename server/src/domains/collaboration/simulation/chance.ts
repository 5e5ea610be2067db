/** Numbers in [0, 1) that a seed decides (mulberry32), with the draws a simulation needs. */
export type Chance = {
  next(): number
  /** A whole number from 0 to `below` - 1. */
  below(below: number): number
  /** True with this probability. */
  happens(probability: number): boolean
}

export function chance(seed: number): Chance {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    next,
    below: below => Math.floor(next() * below),
    happens: probability => next() < probability,
  }
}
