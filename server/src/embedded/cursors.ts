import { Long } from 'bson'
import { CommandError } from './errors.ts'
import { encode, view } from './values.ts'

/** A reply carries at most this many bytes of documents; one document always fits. */
const maxBatchBytes = 16 * 1024 * 1024 - 64 * 1024
export const defaultBatch = 101
const idleMilliseconds = 10 * 60_000

interface Cursor {
  readonly namespace: string
  readonly docs: Iterator<Uint8Array>
  /** Read ahead, to know whether there is another. */
  next: IteratorResult<Uint8Array>
  usedAt: number
}

/** Results that did not fit in one reply, by id. Those nobody asks for any more expire. */
export class Cursors {
  readonly #open = new Map<string, Cursor>()
  readonly #now: () => number
  // Ids are int64: beyond 2^53, so that a client that mangles them is found out at once.
  #lastId = 2n ** 60n + BigInt(Math.floor(Math.random() * 2 ** 48))

  constructor(now: () => number) {
    this.#now = now
  }

  get size(): number {
    return this.#open.size
  }

  /** The first batch of documents as a reply; the rest stays open under the id in it, unless `single`. */
  first(namespace: string, docs: Iterable<Uint8Array>, size: number, single = false): Uint8Array {
    this.expire()
    const iterator = docs[Symbol.iterator]()
    const cursor: Cursor = { namespace, docs: iterator, next: iterator.next(), usedAt: this.#now() }
    const batch = takeBatch(cursor, size)
    if (cursor.next.done || single) {
      iterator.return?.()
      return cursorReply('firstBatch', batch, namespace, 0n)
    }
    const id = ++this.#lastId
    this.#open.set(String(id), cursor)
    return cursorReply('firstBatch', batch, namespace, id)
  }

  /** The next batch. Without a size, as many as fit in a reply. Throws CursorNotFound. */
  more(id: bigint, namespace: string, size: number | undefined): Uint8Array {
    const cursor = this.#open.get(String(id))
    if (!cursor) throw new CommandError('CursorNotFound', `cursor id ${id} not found`)
    if (cursor.namespace !== namespace)
      throw new CommandError(
        'Unauthorized',
        `Requested getMore on namespace '${namespace}', but cursor belongs to a different namespace ${cursor.namespace}`,
      )
    cursor.usedAt = this.#now()
    try {
      const batch = takeBatch(cursor, size || Number.POSITIVE_INFINITY)
      if (cursor.next.done) this.#open.delete(String(id))
      return cursorReply('nextBatch', batch, namespace, cursor.next.done ? 0n : id)
    } catch (cause) {
      this.kill(id)
      throw cause
    }
  }

  /** Closes a cursor; answers whether it was open. */
  kill(id: bigint): boolean {
    const cursor = this.#open.get(String(id))
    cursor?.docs.return?.()
    return this.#open.delete(String(id))
  }

  expire(): void {
    const oldest = this.#now() - idleMilliseconds
    for (const [id, { usedAt }] of this.#open) if (usedAt < oldest) this.kill(BigInt(id))
  }
}

function takeBatch(cursor: Cursor, size: number): Uint8Array[] {
  const batch: Uint8Array[] = []
  let bytes = 0
  while (!cursor.next.done && batch.length < size) {
    bytes += cursor.next.value.length
    if (batch.length > 0 && bytes > maxBatchBytes) break
    batch.push(cursor.next.value)
    cursor.next = cursor.docs.next()
  }
  return batch
}

/** Writes `{ cursor: { [name]: [...], id, ns }, ok: 1 }` around documents that stay as they are stored. */
function cursorReply(name: string, docs: readonly Uint8Array[], namespace: string, id: bigint): Uint8Array {
  const tail = view(encode({ id: Long.fromBigInt(id), ns: namespace })).subarray(4)
  const end = view(encode({ ok: 1.0 })).subarray(4)
  const array = arrayBytes(docs)
  const cursorSize = 4 + 1 + name.length + 1 + array.length + tail.length
  const head = Buffer.alloc(4 + 8 + 4 + 1 + name.length + 1)
  head.writeInt32LE(4 + 8 + cursorSize + end.length, 0)
  head.write('\x03cursor\0', 4, 'latin1')
  head.writeInt32LE(cursorSize, 12)
  head.write(`\x04${name}\0`, 16, 'latin1')
  return Buffer.concat([head, array, tail, end])
}

function arrayBytes(docs: readonly Uint8Array[]): Buffer {
  const parts: Uint8Array[] = [Buffer.alloc(4)]
  let size = 5
  for (const [i, doc] of docs.entries()) {
    const key = Buffer.from(`\x03${i}\0`, 'latin1')
    parts.push(key, doc)
    size += key.length + doc.length
  }
  parts.push(Buffer.alloc(1))
  const bytes = Buffer.concat(parts, size)
  bytes.writeInt32LE(size, 0)
  return bytes
}
