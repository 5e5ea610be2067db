import type { Anchor } from '@colloquy/shared/contract/anchor'
import { fromBase64 } from 'lib0/buffer'
import * as Y from 'yjs'
import type { Reading } from './reading.ts'

/** A part of the text of a reading. */
export type Range = { from: number; to: number }

/** How far each client had come, by client. */
export type StateVector = ReadonlyMap<number, number>

export const sinceOf = (anchor: Anchor): StateVector => Y.decodeStateVector(fromBase64(anchor.since))

/** The ranges of text that had been written by then, in order. */
export function oldRanges(since: StateVector, reading: Reading): Range[] {
  return reading.stretches.flatMap(({ client, clock, offset, length }) => {
    const known = Math.min(length, (since.get(client) ?? 0) - clock)
    return known > 0 ? [{ from: offset, to: offset + known }] : []
  })
}
