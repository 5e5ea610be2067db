import mongoose from 'mongoose'
import { newId } from './ids.ts'

type StoredLease = { _id: string; holder: string; until: Date }

const LeaseModel = mongoose.model<StoredLease>(
  'Lease',
  new mongoose.Schema<StoredLease>(
    {
      _id: { type: String, required: true },
      holder: { type: String, required: true },
      until: { type: Date, required: true },
    },
    { collection: 'leases', versionKey: false },
  ),
)

/** Something that one server at a time does. Its holder may vanish: the lease then runs out by itself. */
export type Lease = {
  /** True while this server holds it, for at least half of its length from now. Time is this server's own. */
  hold(): Promise<boolean>
  /** Lets another server take it at once. */
  release(): Promise<void>
}

/** A lease by name, of this many milliseconds. Renewed only when half of it is gone, so that holding it costs few writes. */
export function leaseOf(name: string, length: number): Lease {
  const holder = newId()
  let until = 0
  return {
    async hold() {
      const now = Date.now()
      if (until - now > length / 2) return true
      try {
        await LeaseModel.updateOne(
          { _id: name, $or: [{ holder }, { until: { $lte: new Date(now) } }] },
          { $set: { holder, until: new Date(now + length) } },
          { upsert: true },
        )
      } catch (error) {
        // Somebody else holds it: the filter found nothing, and its name is taken.
        if (error instanceof mongoose.mongo.MongoServerError && error.code === 11000) return false
        throw error
      }
      until = now + length
      return true
    },
    async release() {
      until = 0
      await LeaseModel.deleteOne({ _id: name, holder })
    },
  }
}
