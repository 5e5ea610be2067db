import type { ReviewEvent } from '@colloquy/shared/review/events'
import type { Review } from '@colloquy/shared/review/review'
import mongoose from 'mongoose'

/** A review and what has yet to follow from it, in one record, so that both are written or neither. */
export type StoredReview = {
  /** Of the document: it has one review. */
  _id: string
  spaceId: string
  touches: string[]
  state: string
  /** What a writer has to have read: the number of the last event. */
  revision: number
  review: Review
  /** Events that nobody has been told of yet. */
  outbox: ReviewEvent[]
  /** When the sweep has to look at it next. */
  dueAt: Date | null
  editorial: { by: string; until: number } | null
}

const mixed = mongoose.Schema.Types.Mixed

export const ReviewModel = mongoose.model<StoredReview>(
  'Review',
  new mongoose.Schema<StoredReview>(
    {
      _id: { type: String, required: true },
      spaceId: { type: String, required: true },
      touches: { type: [String], required: true },
      state: { type: String, required: true },
      revision: { type: Number, required: true },
      review: { type: mixed, required: true },
      outbox: { type: mixed, required: true },
      dueAt: { type: Date, default: null },
      editorial: { type: mixed, default: null },
    },
    { collection: 'reviews', versionKey: false, minimize: false },
  )
    .index({ dueAt: 1 })
    .index({ touches: 1 })
    .index({ state: 1, spaceId: 1 }),
)

/** The audit log: only ever added to. */
export const EventModel = mongoose.model<ReviewEvent & { _id: string }>(
  'ReviewEvent',
  new mongoose.Schema<ReviewEvent & { _id: string }>(
    {
      _id: { type: String, required: true },
      documentId: { type: String, required: true },
      sequence: { type: Number, required: true },
      type: { type: String, required: true },
      actor: { type: String, required: true },
      at: { type: Number, required: true },
      changes: { type: mixed, required: true },
    },
    { collection: 'reviewEvents', versionKey: false, minimize: false },
  ).index({ documentId: 1, sequence: 1 }, { unique: true }),
)
