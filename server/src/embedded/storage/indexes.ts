import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { EJSON } from 'bson'
import { CommandError } from '../errors.ts'
import { encodeKey } from '../keys.ts'
import { compileQuery, type Predicate } from '../match/compile.ts'
import { indexedWords, type Weights } from '../match/text.ts'
import { rowsOf } from '../paths.ts'
import { type Direction, directionsOf } from '../sort.ts'
import { type Doc, isDoc, isTruthy } from '../values.ts'

/** One entry of an index, with the values it was made from. */
export interface Entry {
  readonly key: Buffer
  readonly row: readonly unknown[]
}

/**
 * An index: which entries a document has, and the table that keeps them. The index on `_id` lives in the table of
 * documents itself, so its entries are written with the documents.
 */
export class Index {
  readonly name: string
  readonly spec: Doc
  readonly table: string
  readonly isPrimary: boolean
  readonly directions: readonly Direction[]
  readonly unique: boolean
  readonly sparse: boolean
  readonly partial: Doc | undefined
  readonly wanted: Predicate | undefined
  /** The fields of a text index and their weights. Its entries are words. */
  readonly weights: Weights | undefined
  readonly isHidden: boolean
  /** Whether any document has more than one entry: then two bounds of a range may hold for different elements. */
  multikey: boolean
  readonly #descending: boolean[]
  readonly #find: StatementSync
  readonly #add: StatementSync | undefined
  readonly #remove: StatementSync | undefined

  constructor(database: DatabaseSync, spec: Doc, table: string, isPrimary: boolean, multikey: boolean) {
    this.name = String(spec['name'])
    this.spec = spec
    this.table = table
    this.isPrimary = isPrimary
    this.directions = directionsOf(spec['key'])
    this.unique = isPrimary || isTruthy(spec['unique'])
    this.sparse = isTruthy(spec['sparse'])
    this.partial = isDoc(spec['partialFilterExpression']) ? spec['partialFilterExpression'] : undefined
    this.wanted = this.partial && compileQuery(this.partial)
    this.weights = isDoc(spec['weights']) ? spec['weights'] : undefined
    this.isHidden = isTruthy(spec['hidden'])
    this.multikey = multikey
    this.#descending = this.directions.map(({ descending }) => descending)
    this.#find = database.prepare(`SELECT seq FROM ${table} WHERE key = ? AND seq <> ? LIMIT 1`)
    if (isPrimary) return
    this.#add = database.prepare(`INSERT INTO ${table} (key, seq) VALUES (?, ?)`)
    this.#remove = database.prepare(`DELETE FROM ${table} WHERE key = ? AND seq = ?`)
  }

  /** The entries of a document: none when the index is sparse or partial and leaves it out. */
  entriesOf(doc: Doc): { entries: Entry[]; multikey: boolean } {
    if (this.wanted && !this.wanted(doc)) return { entries: [], multikey: false }
    if (this.weights) return { entries: wordEntries(doc, this.weights), multikey: true }
    const { rows, multikey } = rowsOf(
      doc,
      this.directions.map(({ parts }) => parts),
    )
    if (this.sparse && !this.directions.some(({ parts }) => hasField(doc, parts)))
      return { entries: [], multikey: false }
    const entries = rows.map(row => ({ key: encodeKey(row, this.#descending), row }))
    return { entries: entries.length > 1 ? distinct(entries) : entries, multikey }
  }

  /** Throws DuplicateKey when another document than `seq` has one of the entries. */
  refuseDuplicates(entries: readonly Entry[], seq: number, namespace: string): void {
    if (!this.unique) return
    for (const entry of entries) if (this.#find.get(entry.key, seq)) throw this.duplicate(entry, namespace)
  }

  duplicate({ row }: Entry, namespace: string): CommandError {
    const keyValue = Object.fromEntries(this.directions.map(({ path }, i) => [path, row[i] ?? null]))
    const shown = Object.entries(keyValue).map(([path, value]) => `${path}: ${shownValue(value)}`)
    return new CommandError(
      'DuplicateKey',
      `E11000 duplicate key error collection: ${namespace} index: ${this.name} dup key: { ${shown.join(', ')} }`,
      { keyPattern: this.spec['key'], keyValue },
    )
  }

  add({ key }: Entry, seq: number): void {
    this.#add?.run(key, seq)
  }

  remove({ key }: Entry, seq: number): void {
    this.#remove?.run(key, seq)
  }
}

const wordEntries = (doc: Doc, weights: Weights): Entry[] =>
  indexedWords(doc, weights).map(word => ({ key: encodeKey([word]), row: [word] }))

const shownValue = (value: unknown): string =>
  typeof value === 'string' ? `"${value}"` : EJSON.stringify(value, { relaxed: true })

function hasField(doc: Doc, parts: readonly string[]): boolean {
  let value: unknown = doc
  for (const [i, part] of parts.entries()) {
    if (Array.isArray(value)) return value.some(item => isDoc(item) && hasField(item, parts.slice(i)))
    if (!isDoc(value) || !Object.hasOwn(value, part)) return false
    value = value[part]
  }
  return true
}

function distinct(entries: readonly Entry[]): Entry[] {
  const seen = new Map(entries.map(entry => [entry.key.toString('latin1'), entry]))
  return [...seen.values()]
}
