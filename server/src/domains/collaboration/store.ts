/** A document squashed into one update, with its state vector. `version` counts the snapshots of the document. */
export type Snapshot = { version: number; update: Uint8Array; stateVector: Uint8Array }

/** Updates that were written together after the snapshot. */
export type LogRecord = { recordId: string; updates: Uint8Array[] }

export type Append = { documentId: string; updates: Uint8Array[] }

/**
 * Where documents rest. Everything else in this domain works on copies in memory, so this is all that a database
 * has to do. Every promise resolves only when its work is on disk.
 */
export type Store = {
  /** The newest snapshot and at least every record since; records that it includes may still be among them. */
  read(documentId: string): Promise<{ snapshot: Snapshot | null; records: LogRecord[] }>
  /** Adds records. A failure may leave some of them written; appending the same array again adds none twice. */
  append(records: Append[]): Promise<void>
  /**
   * Writes the snapshot, then drops the records it includes. `false`, with nothing changed, when a snapshot of this
   * version or a later one is there already.
   */
  replace(documentId: string, snapshot: Snapshot, included: string[]): Promise<boolean>
}
