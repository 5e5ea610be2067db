import mongoose from 'mongoose'

/** Updates of one document that were written together. Driven through the driver; the schema gives the index. */
export type StoredRecord = {
  _id: mongoose.Types.ObjectId
  documentId: string
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
    { documentId: { type: String, required: true } },
    { collection: 'updates', versionKey: false, strict: false },
  ).index({ documentId: 1 }),
)

export const SnapshotModel = mongoose.model<StoredSnapshot>(
  'Snapshot',
  new mongoose.Schema<StoredSnapshot>(
    { _id: { type: String, required: true } },
    { collection: 'snapshots', versionKey: false, strict: false },
  ),
)
