import type { BlockFacts } from '@colloquy/shared/forecast/facts'

/** A quote or a text without markup, on one line, in lower case. */
export function plain(text: string): string {
  return text
    .replace(/[`*_[\]]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}

/** Number of the first block that holds the quote, or -1. */
export function blockOfQuote(facts: readonly BlockFacts[], quote: string): number {
  const wanted = plain(quote)
  if (wanted === '' || wanted === '(missing)') return -1
  return facts.findIndex(({ block }) => plain(block.text).includes(wanted))
}
