import type { Anchor } from '@colloquy/shared/contract/anchor'
import { fromBase64 } from 'lib0/buffer'
import * as Y from 'yjs'
import { BARRED } from './align.ts'
import type { Place } from './places.ts'
import { lastAtMost, type Reading } from './reading.ts'

export type Range = { from: number; to: number }

/**
 * The ranges of text that stood there already when the anchor was made without being part of its passage, in
 * order. The passage can never be found again in them, however much their wording agrees.
 */
export function foreignRanges(anchor: Anchor, start: Place, end: Place, reading: Reading): Range[] {
  const since = Y.decodeStateVector(fromBase64(anchor.since))
  // When neither end is known, what lies between them cannot be told from what lies around them.
  if (!start && !end && anchor.quote.exact.includes('\n')) return []
  const ranges: Range[] = []
  const add = (from: number, to: number) => {
    if (from < to) ranges.push({ from, to })
  }
  for (const stretch of reading.stretches) {
    const known = (since.get(stretch.client) ?? 0) - stretch.clock
    const from = stretch.offset
    const to = from + Math.min(stretch.length, known)
    if (!start && !end) add(from, to)
    if (start) add(from, Math.min(to, start.offset))
    if (end) add(Math.max(from, end.offset), to)
  }
  return ranges
}

/** Whether any of the ranges shares a character with `from`–`to`. */
export function touches(ranges: readonly Range[], from: number, to: number): boolean {
  const before = lastAtMost(ranges, to - 1, range => range.from)
  return before !== undefined && before.to > from
}

/** The text with every character of the ranges barred from being matched. */
export function withoutRanges(text: string, ranges: readonly Range[]): string {
  const parts: string[] = []
  let done = 0
  for (const { from, to } of ranges) {
    parts.push(text.slice(done, from), BARRED.repeat(to - from))
    done = to
  }
  return parts.join('') + text.slice(done)
}
