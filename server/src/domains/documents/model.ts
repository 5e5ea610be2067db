import mongoose from 'mongoose'

export const DocumentModel = mongoose.model<StoredDocument>(
  'Document',
  new mongoose.Schema<StoredDocument>(
    {
      _id: { type: String, required: true },
      spaceId: { type: String, required: true },
      title: { type: String, required: true },
      kind: { type: String, required: true },
      state: { type: String, required: true },
      audience: { type: [String], default: [] },
      templateId: { type: String, default: null },
      templateVersion: { type: Number, default: null },
      everyone: { type: String, default: null },
      people: [
        { _id: false, accountId: { type: String, required: true }, role: { type: String, required: true } },
      ],
      createdBy: { type: String, required: true },
      createdAt: { type: Date, required: true },
      updatedAt: { type: Date, required: true },
      words: { type: Number, required: true },
      archivedAt: { type: Date, default: null },
    },
    { collection: 'documents', versionKey: false },
  )
    .index({ spaceId: 1, updatedAt: -1 })
    .index({ updatedAt: -1 }),
)

export type StoredDocument = {
  _id: string
  spaceId: string
  title: string
  kind: string
  state: string
  audience: string[]
  templateId: string | null
  templateVersion: number | null
  everyone: string | null
  people: { accountId: string; role: string }[]
  createdBy: string
  createdAt: Date
  updatedAt: Date
  words: number
  archivedAt: Date | null
}
