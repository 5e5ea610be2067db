import mongoose from 'mongoose'

export const SpaceModel = mongoose.model(
  'Space',
  new mongoose.Schema(
    {
      _id: { type: String, required: true },
      name: { type: String, required: true },
      prefix: { type: String, required: true },
      description: { type: String, default: '' },
      everyone: { type: String, default: null },
      members: [
        { _id: false, accountId: { type: String, required: true }, role: { type: String, required: true } },
      ],
      createdAt: { type: Date, required: true },
    },
    { collection: 'spaces', versionKey: false },
  )
    .index({ prefix: 1 }, { unique: true })
    .index({ name: 1 }),
)

export type StoredSpace = {
  _id: string
  name: string
  prefix: string
  description: string
  everyone: string | null
  members: { accountId: string; role: string }[]
  createdAt: Date
}
