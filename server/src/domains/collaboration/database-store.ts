import mongoose from 'mongoose'
import { clock } from '../../kernel/clock.ts'
import { RecordModel, SnapshotModel, type StoredRecord, type StoredSnapshot } from './model.ts'
import type { Append, LogRecord, Snapshot, Store } from './store.ts'

const { Binary, MongoServerError } = mongoose.mongo

/** A database document ends at 16 MB. */
const PART = 12_000_000
/** On disk of a majority before the answer: what "saved" means. */
const durable = { w: 'majority', journal: true } as const
const DUPLICATE = 11_000

/** Documents in the collections `updates` and `snapshots`. */
export class DatabaseStore implements Store {
  /** The same records appended again keep their ids, so that nothing is written twice. */
  #made = new WeakMap<Append[], StoredRecord[]>()

  async read(documentId: string): Promise<{ snapshot: Snapshot | null; records: LogRecord[] }> {
    // Records first: one that goes meanwhile is in the snapshot that is read after it.
    const stored = await RecordModel.find({ _id: { $gte: `${documentId}/`, $lt: `${documentId}0` } })
      .sort({ _id: 1 })
      .lean<StoredRecord[]>()
    const records = stored.map(({ _id, updates }) => ({ recordId: _id, updates: updates.map(bytes) }))
    return { snapshot: await this.#snapshot(documentId), records }
  }

  async append(records: Append[]): Promise<void> {
    const documents = this.#made.get(records) ?? records.map(recordOf)
    this.#made.set(records, documents)
    try {
      // reason: ids of this collection are strings
      await RecordModel.collection.insertMany(documents as never[], { ordered: false, writeConcern: durable })
    } catch (error) {
      if (!onlyRepeats(error)) throw error
    }
  }

  async replace(documentId: string, snapshot: Snapshot, included: string[]): Promise<boolean> {
    const snapshots = SnapshotModel.collection
    const { version, update, stateVector } = snapshot
    const parts = update.byteLength > PART ? Math.ceil(update.byteLength / PART) : 0
    for (let part = 0; part < parts; part++) {
      await snapshots.replaceOne(
        { _id: partId(documentId, version, part) as never }, // reason: ids of this collection are strings
        { update: new Binary(update.subarray(part * PART, (part + 1) * PART)) },
        { upsert: true, writeConcern: durable },
      )
    }
    const head = {
      version,
      at: clock.now(),
      stateVector: new Binary(stateVector),
      update: new Binary(parts ? new Uint8Array() : update),
      parts,
    }
    try {
      const { matchedCount, upsertedCount } = await snapshots.updateOne(
        { _id: documentId as never, version: version - 1 }, // reason: as above
        { $set: head },
        { upsert: version === 1, writeConcern: durable },
      )
      if (matchedCount + upsertedCount === 0) return false
    } catch (error) {
      if (onlyRepeats(error)) return false
      throw error
    }
    await RecordModel.deleteMany({ _id: { $in: included } })
    // Those of the version before; a server that is reading them finds them gone and reads again.
    await snapshots.deleteMany({
      _id: { $gte: `${documentId}/`, $lt: partId(documentId, version, 0) } as never,
    })
    return true
  }

  async #snapshot(documentId: string): Promise<Snapshot | null> {
    for (;;) {
      const head = await SnapshotModel.findById(documentId).lean<StoredSnapshot>()
      if (!head) return null
      const { version, parts, stateVector } = head
      const whole = parts === 0 ? bytes(head.update) : await this.#join(documentId, version, parts)
      if (whole) return { version, update: whole, stateVector: bytes(stateVector) }
    }
  }

  async #join(documentId: string, version: number, parts: number): Promise<Uint8Array | null> {
    const ids = Array.from({ length: parts }, (_, part) => partId(documentId, version, part))
    const found = await SnapshotModel.find({ _id: { $in: ids } }).lean<StoredSnapshot[]>()
    const byId = new Map(found.map(part => [part._id, bytes(part.update)]))
    const pieces = ids.flatMap(id => byId.get(id) ?? [])
    return pieces.length === parts ? new Uint8Array(Buffer.concat(pieces)) : null
  }
}

const partId = (documentId: string, version: number, part: number): string =>
  `${documentId}/${String(version).padStart(10, '0')}/${part}`

const recordOf = ({ documentId, updates }: Append): StoredRecord => ({
  _id: `${documentId}/${new mongoose.Types.ObjectId()}`,
  at: clock.now(),
  updates: updates.map(update => new Binary(update)),
})

/** The driver gives a Binary, or its bytes when a schema is in between; either way over memory that it may reuse. */
function bytes(data: mongoose.mongo.Binary | Uint8Array): Uint8Array {
  const view = data instanceof Binary ? data.value() : data
  return new Uint8Array(view)
}

function onlyRepeats(error: unknown): boolean {
  if (error instanceof mongoose.mongo.MongoBulkWriteError)
    return [error.writeErrors].flat().every(({ code }) => code === DUPLICATE)
  return error instanceof MongoServerError && error.code === DUPLICATE
}
