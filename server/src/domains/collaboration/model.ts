import mongoose from 'mongoose'

/**
 * Updates of one document that were written together. The id begins with the document's, so that the one index every
 * collection has is the only one to keep: this is written once per keystroke.
 */
export type StoredRecord = {
  /** `documentId/time and chance`, rising with time on each server. */
  _id: string
  at: Date
  updates: mongoose.mongo.Binary[]
}

/** A squashed document, or one part of it: what is larger than a database document may be goes in parts. */
export type StoredSnapshot = {
  _id: string
  version: number
  at: Date
  stateVector: mongoose.mongo.Binary
  /** The whole update when `parts` is 0. */
  update: mongoose.mongo.Binary
  parts: number
}

export const RecordModel = mongoose.model<StoredRecord>(
  'UpdateRecord',
  new mongoose.Schema<StoredRecord>(
    { _id: { type: String, required: true } },
    { collection: 'updates', versionKey: false, strict: false },
  ),
)

export const SnapshotModel = mongoose.model<StoredSnapshot>(
  'Snapshot',
  new mongoose.Schema<StoredSnapshot>(
    { _id: { type: String, required: true } },
    { collection: 'snapshots', versionKey: false, strict: false },
  ),
)
