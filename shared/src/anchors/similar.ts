import { align } from './align.ts'

/** A part of a text that resembles another: `likeness` is 1 for the same, 0 for nothing in common. */
export type Resemblance = { from: number; to: number; likeness: number }

/** What is looked for, with the text that stood around it. */
export type Wanted = { before: string; text: string; after: string }

const PROBES = 16
const HITS_PER_PROBE = 64
const WINDOWS = 4

/**
 * Finds the parts of `text` most like the wanted one, best first, at most four. Short probes taken evenly from it
 * and its surroundings are looked up as they are, and the windows of `text` that most of them point to are
 * aligned. With fewer edits than probes one is always intact. Deterministic; the work grows with the length of
 * `text` times the probes.
 */
export function resembling(wanted: Wanted, text: string): Resemblance[] {
  const { length } = wanted.text
  const slack = Math.ceil(length * 0.3) + 4
  const found = windows(wanted, text, slack).map(start => {
    const from = Math.max(0, start - slack)
    const part = align(wanted.text, text.slice(from, Math.max(0, start + length + 2 * slack)))
    return { from: from + part.from, to: from + part.to, likeness: 1 - part.cost / length }
  })
  return found.sort((a, b) => b.likeness - a.likeness || a.from - b.from)
}

/** Where in `text` a copy may begin, rounded down to `slack`, by the number of probes that say so. */
function windows(wanted: Wanted, text: string, slack: number): number[] {
  const whole = wanted.before + wanted.text + wanted.after
  const size = Math.max(3, Math.min(12, Math.floor(wanted.text.length / 4)))
  const step = Math.max(1, Math.floor((whole.length - size) / (PROBES - 1)))
  const votes = new Map<number, number>()
  for (let at = 0; at + size <= whole.length; at += step) {
    const probe = whole.slice(at, at + size)
    let hit = text.indexOf(probe)
    for (let hits = 0; hit !== -1 && hits < HITS_PER_PROBE; hits += 1) {
      const bucket = Math.floor((hit - at + wanted.before.length) / slack)
      votes.set(bucket, (votes.get(bucket) ?? 0) + 1)
      hit = text.indexOf(probe, hit + 1)
    }
  }
  return [...votes]
    .sort(([a, votesForA], [b, votesForB]) => votesForB - votesForA || a - b)
    .slice(0, WINDOWS)
    .map(([bucket]) => bucket * slack)
}
