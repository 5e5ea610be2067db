import type { Anchor } from '@colloquy/shared/contract/anchor'
import { fromBase64 } from 'lib0/buffer'
import * as Y from 'yjs'

/** Whether the bytes of an anchor are what they should be; to be asked before one is kept. */
export function isWellFormed(anchor: Anchor): boolean {
  try {
    const ends = [anchor.start, anchor.end].map(end => Y.decodeRelativePosition(fromBase64(end)))
    Y.decodeStateVector(fromBase64(anchor.since))
    return ends.every(end => end.item !== null)
  } catch {
    return false
  }
}
