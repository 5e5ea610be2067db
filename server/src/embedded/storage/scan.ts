import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Stored } from './collection.ts'

/** Entries with from ≤ key < to. */
export interface Range {
  readonly from: Uint8Array
  readonly to: Uint8Array
}

/** Rows are read in pieces, each found anew by its place, so that writes between two pieces do no harm. */
const firstPiece = 128
const furtherPiece = 512
const pieceBytes = 4 * 1024 * 1024

/** Reads documents in the order they were inserted, or in the order of an index. */
export class Scan {
  readonly #database: DatabaseSync
  readonly #documents: string
  readonly #statements = new Map<string, StatementSync>()

  constructor(database: DatabaseSync, documents: string) {
    this.#database = database
    this.#documents = documents
  }

  #statement(sql: string): StatementSync {
    const known = this.#statements.get(sql)
    if (known) return known
    const statement = this.#database.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }

  forget(): void {
    this.#statements.clear()
  }

  *all(reverse = false): Generator<Stored> {
    const sql = reverse
      ? `SELECT seq, doc FROM ${this.#documents} WHERE seq < ? ORDER BY seq DESC LIMIT ?`
      : `SELECT seq, doc FROM ${this.#documents} WHERE seq > ? ORDER BY seq LIMIT ?`
    let last = reverse ? Number.MAX_SAFE_INTEGER : 0
    for (let size = firstPiece; ; size = furtherPiece) {
      const { rows, isLast } = piece(this.#statement(sql).iterate(last, size), size)
      for (const { seq, bytes } of rows) yield { seq, bytes }
      const end = rows.at(-1)
      if (isLast || !end) return
      last = end.seq
    }
  }

  /** The documents of an index's entries in a range, one per entry: a document can come more than once. */
  *range(table: string, { from, to }: Range, reverse = false): Generator<Stored> {
    if (table === this.#documents) return yield* this.#primary({ from, to }, reverse)
    const columns = `SELECT i.key AS key, i.seq AS seq, d.doc AS doc FROM ${table} i CROSS JOIN ${this.#documents} d ON d.seq = i.seq`
    const sql = reverse
      ? `${columns} WHERE i.key >= ? AND (i.key, i.seq) < (?, ?) ORDER BY i.key DESC, i.seq DESC LIMIT ?`
      : `${columns} WHERE i.key < ? AND (i.key, i.seq) > (?, ?) ORDER BY i.key, i.seq LIMIT ?`
    const stop = reverse ? from : to
    let key = reverse ? to : from
    let seq = -1
    for (let size = firstPiece; ; size = furtherPiece) {
      const { rows, isLast } = piece(this.#statement(sql).iterate(stop, key, seq, size), size)
      yield* rows
      const end = rows.at(-1)
      if (isLast || !end?.key) return
      key = end.key
      seq = end.seq
    }
  }

  *#primary({ from, to }: Range, reverse: boolean): Generator<Stored> {
    const columns = `SELECT key, seq, doc FROM ${this.#documents}`
    const forward = `${columns} WHERE key >= ? AND key < ? ORDER BY key LIMIT ?`
    const after = `${columns} WHERE key > ? AND key < ? ORDER BY key LIMIT ?`
    const backward = `${columns} WHERE key >= ? AND key < ? ORDER BY key DESC LIMIT ?`
    let start = from
    let stop = to
    let sql = reverse ? backward : forward
    for (let size = firstPiece; ; size = furtherPiece) {
      const { rows, isLast } = piece(this.#statement(sql).iterate(start, stop, size), size)
      yield* rows
      const end = rows.at(-1)
      if (isLast || !end?.key) return
      if (reverse) stop = end.key
      else {
        start = end.key
        sql = after
      }
    }
  }
}

interface Row extends Stored {
  readonly key: Uint8Array | undefined
}

function piece(found: Iterable<Record<string, unknown>>, size: number): { rows: Row[]; isLast: boolean } {
  const rows: Row[] = []
  let bytes = 0
  for (const { key, seq, doc } of found) {
    if (!(doc instanceof Uint8Array)) continue
    rows.push({ seq: Number(seq), bytes: doc, key: key instanceof Uint8Array ? key : undefined })
    bytes += doc.length
    if (bytes >= pieceBytes) return { rows, isLast: false }
  }
  return { rows, isLast: rows.length < size }
}
