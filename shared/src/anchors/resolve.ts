import type { Anchor } from '@colloquy/shared/contract/anchor'
import { type Range, sinceOf } from './age.ts'
import { foreignRanges } from './foreign.ts'
import { placeOf, spanOf } from './places.ts'
import { bare, type Candidate, findQuote } from './quote.ts'
import { positions, type Reading } from './reading.ts'
import { remnantOf, withReplacement } from './remnant.ts'

/**
 * Where an anchor points now, as ProseMirror positions. `by` says how that was found: by the characters
 * themselves, or by the quote, in which case it is time to anchor anew. An orphan has lost its text.
 */
export type Resolution =
  | { state: 'anchored'; from: number; to: number; by: 'identity' | 'quote' }
  | { state: 'orphaned' }

/** Found elsewhere, the passage must be nearly whole; what is left in place must be less than this share of it. */
const WHOLE = 0.9
const REMNANT = 0.5

/**
 * Finds the passage of an anchor. Its first and last character tell as long as both live, whatever happens
 * around and between them. Otherwise, by what was deleted:
 *
 * - a part: the anchor keeps to what is left in place, joined by what the quote finds touching it (a split)
 *   or by what was written in place of the end;
 * - all of it: the quote is searched in what was written since (a move, an undo, a change of the block's type);
 * - all of it, and it is not found: orphaned, until an undo or a paste brings it back.
 *
 * The answer depends on the anchor and the state of the document alone, so all replicas agree.
 */
export function resolve(anchor: Anchor, reading: Reading): Resolution {
  const start = placeOf(anchor.start, 'start', reading)
  const end = placeOf(anchor.end, 'end', reading)
  if (start?.living && end?.living && start.offset < end.offset) {
    return { state: 'anchored', ...positions(reading, start.offset, end.offset), by: 'identity' }
  }
  const span = spanOf(start, end, sinceOf(anchor), reading)
  const foreign = foreignRanges(anchor, start, end, reading)
  const candidates = findQuote({ reading, quote: anchor.quote, foreign, span })
  const length = bare(anchor.quote.exact).length
  const remnant = remnantOf(span, reading)
  const range = remnant
    ? (preferred(candidates, remnant, length) ??
      (end && !end.living ? withReplacement(remnant, end.offset, length, foreign, reading) : remnant))
    : candidates[0]
  return range
    ? { state: 'anchored', ...positions(reading, range.from, range.to), by: 'quote' }
    : { state: 'orphaned' }
}

/** The candidate that speaks louder than what is left in place, if any does. */
function preferred(candidates: Candidate[], remnant: Range, length: number): Range | undefined {
  const touching = candidates.find(found => found.from < remnant.to && found.to > remnant.from)
  if (touching?.likeness === 1) return touching
  if (touching) {
    return { from: Math.min(touching.from, remnant.from), to: Math.max(touching.to, remnant.to) }
  }
  const isSmall = remnant.to - remnant.from < length * REMNANT
  return candidates.find(found => isSmall && found.likeness >= WHOLE)
}
