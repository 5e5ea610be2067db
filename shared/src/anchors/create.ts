import type { Anchor } from '@colloquy/shared/contract/anchor'
import { CONTEXT_LIMIT, QUOTE_LIMIT } from '@colloquy/shared/contract/limits'
import { toBase64 } from 'lib0/buffer'
import * as Y from 'yjs'
import { type Reading, type Stretch, stretchAt } from './reading.ts'

/** As many writers as an anchor remembers, so that it stays small in a document with a long history. */
const WRITERS_LIMIT = 64

/**
 * Anchors the ProseMirror range `from`–`to` of the document as `reading` has it. Gives `null` when the range
 * holds no character and no leaf node. A passage longer than a quote may be is quoted by its beginning.
 */
export function create(reading: Reading, from: number, to: number): Anchor | null {
  const inside = reading.stretches.filter(
    stretch => stretch.position < to && stretch.position + stretch.length > from,
  )
  const first = inside[0]
  const last = inside.at(-1)
  if (!first || !last) return null
  const start = first.offset + Math.max(0, from - first.position)
  const end = last.offset + Math.min(last.length, to - last.position)
  const before = Math.max(0, start - CONTEXT_LIMIT)
  const after = Math.min(reading.text.length, end + CONTEXT_LIMIT)
  return {
    start: identity(first, start, 0),
    end: identity(last, end - 1, -1),
    since: toBase64(Y.encodeStateVector(writers(reading))),
    quote: {
      exact: quote(reading, start, end, QUOTE_LIMIT),
      // One character too many is quoted and cut off, so that a line break beside the passage is kept.
      prefix: quote(reading, before, start + 1).slice(0, -1),
      suffix: quote(reading, end - 1, after).slice(1),
    },
  }
}

/** `assoc` as Yjs has it: 0 stands before the character, -1 behind it. */
function identity(stretch: Stretch, offset: number, assoc: 0 | -1): string {
  const item = { client: stretch.client, clock: stretch.clock + offset - stretch.offset }
  return toBase64(Y.encodeRelativePosition(Y.createRelativePositionFromJSON({ item, assoc })))
}

/** How far each of the most prolific writers of the living text has come. */
function writers(reading: Reading): Map<number, number> {
  const amounts = [...reading.written].map(([client, stretches]) => ({
    client,
    amount: stretches.reduce((sum, stretch) => sum + stretch.length, 0),
  }))
  amounts.sort((a, b) => b.amount - a.amount || a.client - b.client)
  return new Map(
    amounts.slice(0, WRITERS_LIMIT).map(({ client }) => [client, Y.getState(reading.doc.store, client)]),
  )
}

/** `text.slice(from, to)` with a line break where one ended, never cut inside a character. */
function quote(reading: Reading, from: number, to: number, limit = Number.POSITIVE_INFINITY): string {
  let quoted = ''
  let line: number | undefined
  for (let offset = from; offset < to && quoted.length < limit; ) {
    const stretch = stretchAt(reading, offset)
    if (!stretch) break
    if (line !== undefined && stretch.line !== line) quoted += '\n'
    const until = Math.min(to, stretch.offset + stretch.length)
    quoted += reading.text.slice(offset, until)
    line = stretch.line
    offset = until
  }
  return quoted
    .slice(0, limit)
    .replace(/^[\uDC00-\uDFFF]/, '')
    .replace(/[\uD800-\uDBFF]$/, '')
}
