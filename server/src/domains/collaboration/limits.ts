import { DOCUMENT_LIMIT } from '@colloquy/shared/contract/limits'

/** Sizes in bytes, times in milliseconds. */
export type Limits = {
  documentBytes: number
  /** Updates held in memory while the store does not take them; above this, edits are refused until it does. */
  unsavedBytes: number
  /** A tail longer than this share of the snapshot, and than `tailBytes`, or than `tailUpdates`, is squashed. */
  tailShare: number
  tailBytes: number
  tailUpdates: number
  /** A tail below both of these stays as it is when the document is unloaded. */
  idleTailUpdates: number
  idleTailBytes: number
  /** How long a document without readers stays in memory. */
  idle: number
  /** How long after an update people are told that it is on disk, unless it is theirs. */
  mark: number
}

export const limits: Limits = {
  documentBytes: DOCUMENT_LIMIT,
  unsavedBytes: 64_000_000,
  tailShare: 0.5,
  tailBytes: 64_000,
  tailUpdates: 1000,
  idleTailUpdates: 20,
  idleTailBytes: 4000,
  idle: 10_000,
  mark: 2000,
}
