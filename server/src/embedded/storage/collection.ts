import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { evaluate } from '../aggregate/expressions.ts'
import { CommandError } from '../errors.ts'
import { encodeKey } from '../keys.ts'
import { compileQuery, type Predicate } from '../match/compile.ts'
import { type Doc, decode, encode, isDoc } from '../values.ts'
import type { Entry, Index } from './indexes.ts'
import { Scan } from './scan.ts'

export interface Stored {
  readonly seq: number
  readonly bytes: Uint8Array
}

/** MongoDB's limit on one document. */
export const maxDocumentBytes = 16 * 1024 * 1024

/** The documents of one collection and all entries of its indexes, always written together. */
export class Collection {
  readonly id: number
  readonly namespace: string
  readonly options: Doc
  readonly uuid: Uint8Array
  readonly table: string
  /** The index on `_id` is always the first. */
  readonly indexes: Index[] = []
  readonly scan: Scan
  isDropped = false
  readonly #insert: StatementSync
  readonly #replace: StatementSync
  readonly #remove: StatementSync
  readonly #markMultikey: StatementSync
  readonly #count: StatementSync
  readonly #validator: Predicate | undefined

  constructor(database: DatabaseSync, id: number, namespace: string, options: Doc, uuid: Uint8Array) {
    this.id = id
    this.namespace = namespace
    this.options = options
    this.uuid = uuid
    this.table = `documents_${id}`
    this.scan = new Scan(database, this.table)
    this.#insert = database.prepare(`INSERT INTO ${this.table} (key, doc) VALUES (?, ?)`)
    this.#replace = database.prepare(`UPDATE ${this.table} SET doc = ? WHERE seq = ?`)
    this.#remove = database.prepare(`DELETE FROM ${this.table} WHERE seq = ?`)
    this.#markMultikey = database.prepare('UPDATE indexes SET multikey = 1 WHERE collection = ? AND name = ?')
    this.#validator = validatorOf(options)
    this.#count = database.prepare(`SELECT count(*) AS n FROM ${this.table}`)
  }

  count(): number {
    return Number(this.#count.get()?.['n'])
  }

  /** Throws DocumentValidationFailure when the collection has a validator and the document does not pass. */
  refuseInvalid(doc: Doc): void {
    if (!this.#validator || this.#validator(doc)) return
    throw new CommandError('DocumentValidationFailure', 'Document failed validation', {
      errInfo: {
        failingDocumentId: doc['_id'],
        details: { operatorName: 'validator', reason: 'did not match' },
      },
    })
  }

  /** Adds a document whose first field is `_id`. Throws DuplicateKey and BSONObjectTooLarge before anything is written. */
  insert(doc: Doc, encoded?: Uint8Array): void {
    const bytes = this.#checked(encoded ?? encode(doc))
    const planned = this.#plan(doc, -1)
    const { lastInsertRowid } = this.#insert.run(encodeKey([doc['_id']]), bytes)
    for (const { index, entries } of planned)
      for (const entry of entries) index.add(entry, Number(lastInsertRowid))
  }

  /** Puts a changed document in the place of the stored one. Answers whether that changed anything. */
  replace({ seq, bytes: before }: Stored, doc: Doc): boolean {
    const bytes = this.#checked(encode(doc))
    if (Buffer.compare(before, bytes) === 0) return false
    const planned = this.#plan(doc, seq)
    const old = this.indexes.length > 1 ? decode(before) : {}
    this.#replace.run(bytes, seq)
    for (const { index, entries } of planned)
      if (!index.isPrimary) exchange(index, index.entriesOf(old).entries, entries, seq)
    return true
  }

  remove({ seq, bytes }: Stored): void {
    const doc = this.indexes.length > 1 ? decode(bytes) : {}
    for (const index of this.indexes)
      if (!index.isPrimary) for (const entry of index.entriesOf(doc).entries) index.remove(entry, seq)
    this.#remove.run(seq)
  }

  /** Fills a new index from the documents there are. Throws DuplicateKey when it is unique and they are not. */
  fill(index: Index): void {
    for (const { seq, bytes } of this.scan.all()) {
      const { entries, multikey } = index.entriesOf(decode(bytes))
      index.refuseDuplicates(entries, seq, this.namespace)
      this.#noteMultikey(index, multikey)
      for (const entry of entries) index.add(entry, seq)
    }
  }

  #checked(bytes: Uint8Array): Uint8Array {
    if (bytes.length > maxDocumentBytes)
      throw new CommandError(
        'BSONObjectTooLarge',
        `BSONObj size: ${bytes.length} is invalid. Size must be between 0 and ${maxDocumentBytes}`,
      )
    return bytes
  }

  /** Every unique index is checked before the first write, so that a refused document leaves no trace. */
  #plan(doc: Doc, seq: number): { index: Index; entries: Entry[] }[] {
    const planned = this.indexes.map(index => ({ index, ...index.entriesOf(doc) }))
    for (const { index, entries } of planned) index.refuseDuplicates(entries, seq, this.namespace)
    for (const { index, multikey } of planned) this.#noteMultikey(index, multikey)
    return planned
  }

  #noteMultikey(index: Index, multikey: boolean): void {
    if (!multikey || index.multikey) return
    index.multikey = true
    this.#markMultikey.run(this.id, index.name)
  }
}

/** The test a collection's options ask for, when they ask for it to be enforced. Throws when it is no query. */
export function validatorOf({ validator, validationLevel, validationAction }: Doc): Predicate | undefined {
  if (!isDoc(validator) || Object.keys(validator).length === 0) return undefined
  const matches = compileQuery(validator, { evaluate })
  return validationLevel === 'off' || validationAction === 'warn' ? undefined : matches
}

function exchange(index: Index, before: readonly Entry[], after: readonly Entry[], seq: number): void {
  const holds = (entries: readonly Entry[], { key }: Entry) => entries.some(entry => entry.key.equals(key))
  for (const entry of before) if (!holds(after, entry)) index.remove(entry, seq)
  for (const entry of after) if (!holds(before, entry)) index.add(entry, seq)
}
