import type { Block } from './types.ts'

/** A sentence as offsets into its block's text, with its word count. */
export type Sentence = { from: number; to: number; words: number }

/** Sentences longer than this are cut, so that a line of a megabyte costs what a page of the same size costs. */
const longestSentence = 4_000

const abbreviations = new Set(
  'e.g i.e etc vs cf al approx resp incl excl dr mr mrs ms st no fig sec ch vol pp ed eds inc ltd co corp jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  ),
)

/**
 * The block's text with everything that is not prose replaced, character for character: markup becomes spaces, code and
 * images become a placeholder noun (`xxxx`), line breaks become spaces. Same length, so offsets hold in both.
 */
export function proseOf(block: Block): string {
  const { text, marks } = block
  if (marks.length === 0) return text.replace(/\s/g, ' ')
  let prose = ''
  let at = 0
  const fill = (from: number, to: number, unit: string) => {
    const start = Math.max(from, at)
    if (to <= start) return
    prose += text.slice(at, start) + unit.repeat(to - start)
    at = to
  }
  for (const { kind, from, to } of marks) {
    if (kind === 'code' || kind === 'image') fill(from, to, 'x')
    else if (kind === 'syntax') fill(from, to, ' ')
  }
  return (prose + text.slice(at)).replace(/\s/g, ' ')
}

/**
 * Splits prose into sentences: at `.`, `!`, `?` followed by space and something that can begin a sentence, never after
 * an abbreviation, an initial or a number in a list. Deterministic on every platform, unlike `Intl.Segmenter`.
 */
export function splitSentences(prose: string): Sentence[] {
  const found: Sentence[] = []
  let from = 0
  const close = (to: number) => {
    let start = from
    let end = to
    while (start < end && isSpace(prose.charCodeAt(start))) start += 1
    while (end > start && isSpace(prose.charCodeAt(end - 1))) end -= 1
    from = to
    if (end > start) found.push({ from: start, to: end, words: countWords(prose, start, end) })
  }
  for (let at = 0; at < prose.length; at++) {
    if (at - from >= longestSentence && isSpace(prose.charCodeAt(at))) close(at)
    else if (at - from >= 2 * longestSentence) close(at)
    else if (endsSentence(prose, at)) {
      let end = at + 1
      while (end < prose.length && `.!?"')]”’`.includes(prose.charAt(end))) end += 1
      close(end)
      at = end - 1
    }
  }
  close(prose.length)
  return found
}

function endsSentence(prose: string, at: number): boolean {
  const unit = prose.charAt(at)
  if (unit !== '.' && unit !== '!' && unit !== '?') return false
  let next = at + 1
  while (next < prose.length && next - at < 8 && `.!?"')]”’`.includes(prose.charAt(next))) next += 1
  if (next < prose.length && !isSpace(prose.charCodeAt(next))) return false
  while (next < prose.length && next - at < 80 && isSpace(prose.charCodeAt(next))) next += 1
  if (next < prose.length && !/[\p{Lu}\p{N}x"'([“‘*_`\uFFFC]/u.test(prose.charAt(next))) return false
  if (unit !== '.') return true
  let word = at
  while (word > 0 && at - word < 12 && /[\p{L}.]/u.test(prose.charAt(word - 1))) word -= 1
  const before = prose.slice(word, at).toLowerCase()
  if (before.length === 1 && prose.charAt(word) !== 'x' && /\p{Lu}/u.test(prose.charAt(word))) return false
  return !abbreviations.has(before)
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 160
}

/** Words are runs of letters and digits, joined by inner apostrophes and hyphens. */
export function countWords(text: string, from: number, to: number): number {
  let words = 0
  let inside = false
  for (let at = from; at < to; at++) {
    const letter = isWordUnit(text.charCodeAt(at))
    if (letter && !inside) words += 1
    if (letter || !isJoiner(text.charCodeAt(at))) inside = letter
  }
  return words
}

function isJoiner(code: number): boolean {
  return code === 39 || code === 45 || code === 0x2019
}

export function isWordUnit(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    (code >= 0xc0 && code !== 0xd7 && code !== 0xf7 && !(code >= 0x2000 && code <= 0x2bff) && code < 0xfff0)
  )
}
