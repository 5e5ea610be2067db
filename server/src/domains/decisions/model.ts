import type { Edge } from '@colloquy/shared/review/records/edges'
import type { DecisionRecord, RecordState } from '@colloquy/shared/review/records/record'
import type { Revisit } from '@colloquy/shared/review/stage'
import mongoose from 'mongoose'

/** A number of a space's log and, once it is frozen, the record under it. Rows are never removed and never renumbered. */
export type StoredDecision = {
  /** The document's id, so that a document reserves one number however often it asks; an id of its own when imported. */
  _id: string
  spaceId: string
  key: string
  number: number
  documentId: string | null
  /** Null between the reservation of the number and the freezing of the record. */
  record: DecisionRecord | null
  /** Where it stands apart from its links: that changes after the record is frozen. */
  state: RecordState
  decider: string | null
  version: number | null
  revisit: Revisit | null
}

const mixed = mongoose.Schema.Types.Mixed

export const DecisionModel = mongoose.model<StoredDecision>(
  'Decision',
  new mongoose.Schema<StoredDecision>(
    {
      _id: { type: String, required: true },
      spaceId: { type: String, required: true },
      key: { type: String, required: true },
      number: { type: Number, required: true },
      documentId: { type: String, default: null },
      record: { type: mixed, default: null },
      state: { type: String, required: true },
      decider: { type: String, default: null },
      version: { type: Number, default: null },
      revisit: { type: mixed, default: null },
    },
    { collection: 'decisions', versionKey: false, minimize: false },
  )
    .index({ spaceId: 1, number: 1 }, { unique: true })
    .index({ 'revisit.owner': 1 }),
)

/** One decision's word about another, by their keys. */
export type StoredEdge = Edge & { _id: string; by: string; at: Date }

export const EdgeModel = mongoose.model<StoredEdge>(
  'DecisionEdge',
  new mongoose.Schema<StoredEdge>(
    {
      _id: { type: String, required: true },
      from: { type: String, required: true },
      kind: { type: String, required: true },
      to: { type: String, required: true },
      split: { type: Boolean, required: true },
      by: { type: String, required: true },
      at: { type: Date, required: true },
    },
    { collection: 'decisionEdges', versionKey: false },
  ),
)

/** The id of an edge says all of it, so that the same one cannot be stored twice. */
export const edgeId = ({ from, kind, to }: Edge): string => `${from} ${kind} ${to}`

/** Every link of the log. There are about as many as decisions, and how one stands may depend on any of them. */
export const allEdges = (): Promise<Edge[]> =>
  EdgeModel.find({}, { _id: 0, from: 1, kind: 1, to: 1, split: 1 }).lean<Edge[]>()
