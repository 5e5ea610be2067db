import { encodeKey } from './keys.ts'
import { eachLeaf } from './paths.ts'
import type { Collection } from './storage/collection.ts'
import type { Index } from './storage/indexes.ts'
import type { Store } from './storage/store.ts'
import { decode, numberOr } from './values.ts'

/** At most this many documents go in one sweep, so that clients are not kept waiting; the rest goes in the next. */
const perSweep = 500

/** Removes documents whose date in a TTL index is older than the index allows. Answers how many. */
export function sweepExpired(store: Store, now: Date): number {
  let removed = 0
  for (const collection of store.collectionsOf()) {
    for (const index of collection.indexes) {
      const seconds = numberOr(index.spec['expireAfterSeconds'], undefined)
      if (seconds !== undefined)
        removed += sweep(store, collection, index, new Date(now.getTime() - seconds * 1000))
    }
  }
  return removed
}

function sweep(store: Store, collection: Collection, index: Index, latest: Date): number {
  const [direction] = index.directions
  if (!direction) return 0
  // From the first date to the latest that is too old; in a descending index the other way round.
  const oldest = encodeKey([new Date(-8.64e15)], [direction.descending])
  const bound = encodeKey([latest], [direction.descending])
  const range = direction.descending ? { from: bound, to: oldest } : { from: oldest, to: bound }
  let removed = 0
  for (const stored of [...upTo(collection.scan.range(index.table, range), perSweep)]) {
    // The entry may belong to an element of an array: any element that is too old will do, as in MongoDB.
    const isExpired = eachLeaf(
      decode(stored.bytes),
      direction.parts,
      value => value instanceof Date && value <= latest,
    )
    if (!isExpired) continue
    store.begin()
    collection.remove(stored)
    removed++
  }
  return removed
}

function* upTo<T>(items: Iterable<T>, count: number): Generator<T> {
  const seen = new Set<unknown>()
  let left = count
  for (const item of items) {
    if (left-- <= 0) return
    if (!seen.has(item)) yield item
    seen.add(item)
  }
}
