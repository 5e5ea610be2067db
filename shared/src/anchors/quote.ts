import type { Anchor } from '@colloquy/shared/contract/anchor'
import { CONTEXT_LIMIT } from '@colloquy/shared/contract/limits'
import type { Range } from './age.ts'
import { touches, withoutRanges } from './foreign.ts'
import { lineEndsAt, type Reading } from './reading.ts'
import { type Resemblance, resembling } from './similar.ts'

/** A place where the quoted text stands now; `context` counts the characters beside it that are as they were. */
export type Candidate = Resemblance & { context: number; distance: number }

/** What is known before searching: the ranges that cannot be it, and where it was, if that can still be told. */
export type Search = {
  reading: Reading
  quote: Anchor['quote']
  foreign: readonly Range[]
  span: Range | null
}

/** A shorter quote must be found as it was, and as a word of its own. */
const FUZZY_FROM = 8
const LIKE_ENOUGH = 0.6
/** So many characters of context, or of the passage itself, are no coincidence. */
const TELLING_CONTEXT = 6
const TELLING_LENGTH = 16
/** A passage this short is too common to count as found because it was put in by itself. */
const TELLING_ALONE = 3
const BESIDE = 2
/** How far around a candidate the context is compared; a quote keeps less. */
const NEARBY = 2 * CONTEXT_LIMIT

/**
 * Where the quoted text is found again, best first. Only text written since the anchor was made counts, and it
 * must give more evidence than its wording: it stands where the passage was, or in the same context, or is long,
 * or was put in by itself. Otherwise any later use of a common word would pass for the passage.
 */
export function findQuote(search: Search): Candidate[] {
  const wanted = bare(search.quote.exact)
  if (wanted.trim() === '') return []
  const exact = exactly(wanted, search)
  if (exact.length > 0 || wanted.length < FUZZY_FROM) return ranked(exact)
  const sought = { before: bare(search.quote.prefix), text: wanted, after: bare(search.quote.suffix) }
  const similar = resembling(sought, withoutRanges(search.reading.text, search.foreign))
    .filter(part => part.likeness >= LIKE_ENOUGH)
    .map(part => weigh(part, search))
  return ranked(similar.filter(candidate => isTelling(candidate, wanted, search)))
}

/** A quote without its line breaks, as the text of a reading has none. */
export function bare(quoted: string): string {
  return quoted.replaceAll('\n', '')
}

function ranked(candidates: Candidate[]): Candidate[] {
  return candidates.sort(
    (a, b) => b.likeness - a.likeness || b.context - a.context || a.distance - b.distance || a.from - b.from,
  )
}

function exactly(wanted: string, search: Search): Candidate[] {
  const { text } = search.reading
  const found: Candidate[] = []
  for (let from = text.indexOf(wanted); from !== -1; from = text.indexOf(wanted, from + 1)) {
    const to = from + wanted.length
    if (touches(search.foreign, from, to)) continue
    if (wanted.length < FUZZY_FROM && !standsAsBefore(from, to, search)) continue
    const candidate = weigh({ from, to, likeness: 1 }, search)
    if (isTelling(candidate, wanted, search)) found.push(candidate)
  }
  return found
}

function weigh(part: Resemblance, { reading, quote, span }: Search): Candidate {
  // Blanks are left out: they come and go with the type of a block.
  const before = letters(reading.text.slice(Math.max(0, part.from - NEARBY), part.from))
  const after = letters(reading.text.slice(part.to, part.to + NEARBY))
  const context =
    commonStart(before.toReversed(), letters(quote.prefix).toReversed()) +
    commonStart(after, letters(quote.suffix))
  const distance = span ? Math.max(0, span.from - part.to, part.from - span.to) : Number.POSITIVE_INFINITY
  return { ...part, context, distance }
}

function isTelling(
  { from, to, likeness, context, distance }: Candidate,
  wanted: string,
  search: Search,
): boolean {
  if (distance <= BESIDE || wanted.length * likeness >= TELLING_LENGTH) return true
  const available = letters(search.quote.prefix + search.quote.suffix).length
  if (context > 0 && context >= Math.min(TELLING_CONTEXT, available)) return true
  return wanted.length >= TELLING_ALONE && putInByItself(from, to, search)
}

/** Whether nothing but blanks was written directly beside it since the anchor was made. */
function putInByItself(from: number, to: number, { reading, foreign }: Search): boolean {
  const { text } = reading
  let start = from
  while (start > 0 && text[start - 1] === ' ' && !touches(foreign, start - 1, start)) start -= 1
  let end = to
  while (text[end] === ' ' && !touches(foreign, end, end + 1)) end += 1
  const oldBefore = start === 0 || touches(foreign, start - 1, start) || lineEndsAt(reading, start)
  const oldAfter = end === text.length || touches(foreign, end, end + 1) || lineEndsAt(reading, end)
  return oldBefore && oldAfter
}

/** Whether words end beside it where they ended beside the passage. */
function standsAsBefore(from: number, to: number, { reading, quote }: Search): boolean {
  const joined = (offset: number) =>
    !lineEndsAt(reading, offset) &&
    isJoined(reading.text.slice(offset - 1, offset), reading.text.slice(offset))
  const joinedBefore = isJoined(quote.prefix.slice(-1), quote.exact)
  const joinedAfter = isJoined(quote.exact.slice(-1), quote.suffix)
  return joined(from) === joinedBefore && joined(to) === joinedAfter
}

function isJoined(before: string, after: string): boolean {
  return /[\p{L}\p{N}_]$/u.test(before) && /^[\p{L}\p{N}_]/u.test(after)
}

function letters(text: string): string[] {
  return text.replace(/\s/g, '').split('')
}

function commonStart(one: string[], other: string[]): number {
  const different = one.findIndex((letter, index) => letter !== other[index])
  return different === -1 ? one.length : different
}
