import { fromBase64 } from 'lib0/buffer'
import * as Y from 'yjs'
import { oldRanges, type Range, type StateVector } from './age.ts'
import { lastAtMost, type Reading } from './reading.ts'

/**
 * Where a character is, or was: `living` characters are found by who wrote them, deleted ones by the gap they
 * left. `null` when nothing tells any more, because the block around it went too.
 */
export type Place = { offset: number; living: boolean } | null

/** Finds one end of an anchor. `end` stands behind its character, `start` before it. */
export function placeOf(encoded: string, side: 'start' | 'end', reading: Reading): Place {
  const relative = Y.decodeRelativePosition(fromBase64(encoded))
  if (!relative.item) return null
  const { client, clock } = relative.item
  const stretch = lastAtMost(reading.written.get(client) ?? [], clock, entry => entry.clock)
  if (stretch && clock < stretch.clock + stretch.length) {
    return { offset: stretch.offset + clock - stretch.clock + (side === 'end' ? 1 : 0), living: true }
  }
  return gapOf(relative, reading)
}

/**
 * Undone deletions are not followed: only the replica that undid them knows of the link, and all replicas
 * shall resolve alike. The restored text is found by the quote, right beside this gap.
 */
function gapOf(relative: Y.RelativePosition, reading: Reading): Place {
  const absolute = Y.createAbsolutePositionFromRelativePosition(relative, reading.doc, false)
  const run = absolute && reading.runs.get(absolute.type)
  if (!run) return null
  const breaksBefore = run.breaks.filter(at => at < absolute.index).length
  return { offset: run.start + absolute.index - breaksBefore, living: false }
}

/**
 * What both ends leave in place, in offsets of the reading. When one of them is not known, the passage went on in
 * another block: it reaches as far as there is text in this block that stood there when the anchor was made.
 */
export function spanOf(start: Place, end: Place, since: StateVector, reading: Reading): Range | null {
  if (start && end) return start.offset <= end.offset ? { from: start.offset, to: end.offset } : null
  const known = start ?? end
  if (!known) return null
  // Runs touch: one that ends where the passage begins has no part in it.
  const run = [...reading.runs.values()].find(({ start: from, end: to }) =>
    start ? from <= start.offset && start.offset < to : from < known.offset && known.offset <= to,
  )
  if (!run) return { from: known.offset, to: known.offset }
  const within = start ? { from: known.offset, to: run.end } : { from: run.start, to: known.offset }
  const kept = oldRanges(since, reading)
    .map(old => ({ from: Math.max(old.from, within.from), to: Math.min(old.to, within.to) }))
    .filter(old => old.from < old.to)
  const [first, last] = [kept[0], kept.at(-1)]
  return start
    ? { from: start.offset, to: last?.to ?? start.offset }
    : { from: first?.from ?? known.offset, to: known.offset }
}
