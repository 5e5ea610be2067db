import type { Anchor } from '@colloquy/shared/contract/anchor'
import type { ThreadKind } from '@colloquy/shared/contract/threads'
import mongoose from 'mongoose'

export type StoredComment = {
  commentId: string
  author: string
  createdAt: Date
  editedAt: Date | null
  /** `null` once it was taken back. */
  body: string | null
}

export type StoredThread = {
  _id: string
  documentId: string
  kind: ThreadKind
  anchor: Anchor | null
  createdBy: string
  createdAt: Date
  revision: number
  resolution: { by: string; at: Date; note: string | null } | null
  comments: StoredComment[]
}

const required = true

const comment = new mongoose.Schema<StoredComment>(
  {
    commentId: { type: String, required },
    author: { type: String, required },
    createdAt: { type: Date, required },
    editedAt: { type: Date, default: null },
    body: { type: String, default: null },
  },
  { _id: false },
)

const anchor = new mongoose.Schema<Anchor>(
  {
    start: { type: String, required },
    end: { type: String, required },
    since: { type: String, required },
    // Prefix and suffix are empty at the ends of a document, which `required` would refuse.
    quote: { exact: String, prefix: String, suffix: String },
  },
  { _id: false },
)

const resolution = new mongoose.Schema<NonNullable<StoredThread['resolution']>>(
  { by: { type: String, required }, at: { type: Date, required }, note: { type: String, default: null } },
  { _id: false },
)

export const ThreadModel = mongoose.model<StoredThread>(
  'Thread',
  new mongoose.Schema<StoredThread>(
    {
      _id: { type: String, required },
      documentId: { type: String, required },
      kind: { type: String, required },
      anchor: { type: anchor, default: null },
      createdBy: { type: String, required },
      createdAt: { type: Date, required },
      revision: { type: Number, required },
      resolution: { type: resolution, default: null },
      comments: [comment],
    },
    { collection: 'threads', versionKey: false },
  ).index({ documentId: 1, createdAt: 1 }),
)
