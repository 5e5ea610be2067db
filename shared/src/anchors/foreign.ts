import type { Anchor } from '@colloquy/shared/contract/anchor'
import { oldRanges, type Range, sinceOf } from './age.ts'
import { BARRED } from './align.ts'
import type { Place } from './places.ts'
import { lastAtMost, type Reading } from './reading.ts'

/**
 * The ranges of text that stood there already when the anchor was made without being part of its passage, in
 * order. The passage can never be found again in them, however much their wording agrees.
 */
export function foreignRanges(anchor: Anchor, start: Place, end: Place, reading: Reading): Range[] {
  const old = oldRanges(sinceOf(anchor), reading)
  // When neither end is known, what lies between them cannot be told from what lies around them.
  if (!start && !end) return anchor.quote.exact.includes('\n') ? [] : old
  const from = start?.offset ?? 0
  const to = end?.offset ?? reading.text.length
  return old
    .flatMap(range => [
      ...(start ? [{ from: range.from, to: Math.min(range.to, from) }] : []),
      ...(end ? [{ from: Math.max(range.from, to), to: range.to }] : []),
    ])
    .filter(range => range.from < range.to)
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
