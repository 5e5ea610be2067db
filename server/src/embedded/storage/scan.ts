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
    statement.setReturnArrays(true)
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
      yield* rows
      const end = rows.at(-1)
      if (isLast || !end) return
      last = end.seq
    }
  }

  /** The documents of an index's entries in a range, one per entry: a document can come more than once. */
  *range(table: string, { from, to }: Range, reverse = false): Generator<Stored> {
    const isPrimary = table === this.#documents
    const source = isPrimary ? `${table} i` : `${table} i CROSS JOIN ${this.#documents} d ON d.seq = i.seq`
    const order = reverse ? 'ORDER BY i.key DESC, i.seq DESC' : 'ORDER BY i.key, i.seq'
    // An entry is found again by its key and, where keys repeat, its document. The keys themselves are not read along
    // with the documents, which would take as long again: only that of the last row, when there is more to come.
    const first = 'i.key >= ? AND i.key < ?'
    const next = reverse ? 'i.key >= ? AND (i.key, i.seq) < (?, ?)' : '(i.key, i.seq) > (?, ?) AND i.key < ?'
    let where = first
    let bounds: (Uint8Array | number)[] = [from, to]
    for (let size = firstPiece; ; size = furtherPiece) {
      const read = this.#statement(`SELECT i.seq, doc FROM ${source} WHERE ${where} ${order} LIMIT ?`)
      const { rows, isLast } = piece(read.iterate(...bounds, size), size)
      const key = isLast ? undefined : this.#keyOf(table, where, order, bounds, rows.length)
      yield* rows
      const end = rows.at(-1)
      if (!key || !end) return
      where = next
      bounds = reverse ? [from, key, end.seq] : [key, end.seq, to]
    }
  }

  #keyOf(
    table: string,
    where: string,
    order: string,
    bounds: readonly (Uint8Array | number)[],
    count: number,
  ): Uint8Array | undefined {
    const statement = this.#statement(`SELECT i.key FROM ${table} i WHERE ${where} ${order} LIMIT 1 OFFSET ?`)
    // reason: the statement answers arrays, which its types do not say
    const row = statement.get(...bounds, count - 1) as unknown as readonly unknown[] | undefined
    return row?.[0] instanceof Uint8Array ? row[0] : undefined
  }
}

/** Rows come as arrays, which is a third faster than objects; the types know objects only. */
function piece(found: Iterable<unknown>, size: number): { rows: Stored[]; isLast: boolean } {
  const rows: Stored[] = []
  let bytes = 0
  // reason: the statements select a number and a blob
  for (const [seq, doc] of found as Iterable<[number, Uint8Array]>) {
    rows.push({ seq, bytes: doc })
    bytes += doc.length
    if (bytes >= pieceBytes) return { rows, isLast: false }
  }
  return { rows, isLast: rows.length < size }
}
