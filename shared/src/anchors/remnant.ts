import type { Range } from './age.ts'
import { touches } from './foreign.ts'
import { lineEndsAt, type Reading } from './reading.ts'

/** What is left in place, without blanks at its ends; `null` when nothing that can be read is. */
export function remnantOf(span: Range | null, reading: Reading): Range | null {
  if (!span) return null
  const text = reading.text.slice(span.from, span.to)
  const left = text.trim()
  if (!/[\p{L}\p{N}\uFFFC]/u.test(left)) return null
  const from = span.from + text.indexOf(left)
  return { from, to: from + left.length }
}

/**
 * The remnant with what was written in place of its deleted end: Yjs puts that behind the deleted characters.
 * It counts up to as many characters as were deleted, by whole words, so that later text is not drawn in.
 */
export function withReplacement(
  remnant: Range,
  end: number,
  length: number,
  foreign: readonly Range[],
  reading: Reading,
): Range {
  const limit = Math.min(reading.text.length, end + length - (remnant.to - remnant.from))
  let to = end
  while (to < limit && !touches(foreign, to, to + 1) && !lineEndsAt(reading, to)) to += 1
  const isCut = /^[\p{L}\p{N}_]{2}/u.test(reading.text.slice(to - 1, to + 1)) && !lineEndsAt(reading, to)
  const written = reading.text.slice(end, to)
  const replacement = (isCut ? written.replace(/[\p{L}\p{N}_]+$/u, '') : written).trimEnd()
  return replacement === '' ? remnant : { from: remnant.from, to: end + replacement.length }
}
