import type { EditorNode } from '@colloquy/shared/forecast/blocks/editor'
import type { Finding, ForecastOptions } from '@colloquy/shared/forecast/types'

/** To the worker: what changed among the top-level blocks since the last message, or how to read from now on. */
export type ToWorker =
  | { type: 'configure'; options: ForecastOptions }
  | { type: 'splice'; version: number; start: number; removed: number; inserted: EditorNode[] }

/** A finding with its place, in positions of the document that the forecast was made of. */
export type Placed = Finding & { at: { from: number; to: number } | null }

/** From the worker: the forecast of the document as it was after the splice of that version. */
export type FromWorker = { version: number; words: number; findings: Placed[] }
