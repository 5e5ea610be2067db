import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { CommandError } from '../errors.ts'
import { type Doc, decode, encode } from '../values.ts'
import { Collection } from './collection.ts'
import { explained } from './faults.ts'
import { openFile } from './file.ts'
import { Index } from './indexes.ts'
import { lockFolder } from './lock.ts'

/**
 * All databases of one data folder. Writes of one turn of the loop share a transaction: `write` opens it, `commit`
 * makes it durable, and only then may anyone be told.
 */
export class Store {
  readonly database: DatabaseSync
  readonly #collections = new Map<string, Collection>()
  readonly #lock: { release(): void }
  #isWriting = false

  /** Opens the folder. Throws an Error of one clear line when it is in use, not writable, damaged or too new. */
  constructor(dataDir: string) {
    let lock: { release(): void } | undefined
    try {
      mkdirSync(dataDir, { recursive: true, mode: 0o700 })
      // Nothing may be read or repaired before the folder is known to be ours alone.
      lock = lockFolder(dataDir)
      this.#lock = lock
      this.database = openFile(dataDir)
      this.#load()
    } catch (cause) {
      lock?.release()
      throw explained(cause, dataDir)
    }
  }

  get isWriting(): boolean {
    return this.#isWriting
  }

  /** Opens the transaction of this turn, if it is not open yet. */
  begin(): void {
    if (this.#isWriting) return
    this.database.exec('BEGIN IMMEDIATE')
    this.#isWriting = true
  }

  /** Makes everything written in this turn durable. Throws when that failed; then nothing of it was kept. */
  commit(): void {
    if (!this.#isWriting) return
    try {
      this.database.exec('COMMIT')
      this.#isWriting = false
    } catch (cause) {
      this.rollback()
      throw cause
    }
  }

  rollback(): void {
    if (!this.#isWriting) return
    this.#isWriting = false
    if (this.database.isTransaction) this.database.exec('ROLLBACK')
    // What was created or dropped in the turn is as it was before.
    for (const collection of this.#collections.values()) collection.isDropped = true
    this.#load()
  }

  /** Moves what was written from the log into the file. Never waits for a reader: the next one takes what is left. */
  checkpoint(): void {
    if (!this.#isWriting) this.database.exec('PRAGMA wal_checkpoint(PASSIVE)')
  }

  close(): void {
    this.commit()
    this.database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    this.database.close()
    this.#lock.release()
  }

  collection(namespace: string): Collection | undefined {
    return this.#collections.get(namespace)
  }

  collectionsOf(database?: string): Collection[] {
    const all = [...this.#collections.values()]
    return database === undefined ? all : all.filter(({ namespace }) => namespace.startsWith(`${database}.`))
  }

  /** The collection, made when it is missing. */
  ensure(namespace: string): Collection {
    return this.#collections.get(namespace) ?? this.create(namespace, {})
  }

  create(namespace: string, options: Doc): Collection {
    refuseBadName(namespace)
    this.begin()
    const [database, name] = parts(namespace)
    const uuid = randomBytes(16)
    const { lastInsertRowid } = this.database
      .prepare('INSERT INTO collections (database, name, options, uuid) VALUES (?, ?, ?, ?)')
      .run(database, name, encode(options), uuid)
    const id = Number(lastInsertRowid)
    this.database.exec(
      `CREATE TABLE documents_${id} (seq INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, doc BLOB NOT NULL)`,
    )
    return this.#open(id, namespace, options, uuid)
  }

  drop(collection: Collection): void {
    this.begin()
    for (const index of [...collection.indexes]) if (!index.isPrimary) this.dropIndex(collection, index)
    collection.scan.forget()
    collection.isDropped = true
    this.#collections.delete(collection.namespace)
    this.database.exec(`DROP TABLE ${collection.table}`)
    this.database.prepare('DELETE FROM collections WHERE id = ?').run(collection.id)
  }

  rename(collection: Collection, namespace: string): void {
    refuseBadName(namespace)
    this.begin()
    const [database, name] = parts(namespace)
    this.database
      .prepare('UPDATE collections SET database = ?, name = ? WHERE id = ?')
      .run(database, name, collection.id)
    this.#reopen(collection, namespace, collection.options)
  }

  /** Keeps other options with a collection. */
  setOptions(collection: Collection, options: Doc): void {
    this.begin()
    this.database
      .prepare('UPDATE collections SET options = ? WHERE id = ?')
      .run(encode(options), collection.id)
    this.#reopen(collection, collection.namespace, options)
  }

  createIndex(collection: Collection, spec: Doc): void {
    this.begin()
    const { lastInsertRowid } = this.database
      .prepare('INSERT INTO indexes (collection, name, spec) VALUES (?, ?, ?)')
      .run(collection.id, String(spec['name']), encode(spec))
    const table = `index_${lastInsertRowid}`
    this.database.exec(`CREATE TABLE ${table} (key BLOB, seq INTEGER, PRIMARY KEY (key, seq)) WITHOUT ROWID`)
    const index = new Index(this.database, spec, table, false, false)
    try {
      collection.fill(index)
    } catch (cause) {
      this.#removeIndex(collection, index)
      throw cause
    }
    collection.indexes.push(index)
  }

  dropIndex(collection: Collection, index: Index): void {
    this.begin()
    collection.indexes.splice(collection.indexes.indexOf(index), 1)
    collection.scan.forget()
    this.#removeIndex(collection, index)
  }

  setIndexSpec(collection: Collection, index: Index, spec: Doc): void {
    this.begin()
    this.database
      .prepare('UPDATE indexes SET spec = ? WHERE collection = ? AND name = ?')
      .run(encode(spec), collection.id, index.name)
    this.#reopen(collection, collection.namespace, collection.options)
  }

  #removeIndex(collection: Collection, index: Index): void {
    this.database.exec(`DROP TABLE ${index.table}`)
    this.database
      .prepare('DELETE FROM indexes WHERE collection = ? AND name = ?')
      .run(collection.id, index.name)
  }

  #reopen(collection: Collection, namespace: string, options: Doc): void {
    collection.isDropped = true
    this.#collections.delete(collection.namespace)
    this.#open(collection.id, namespace, options, collection.uuid)
  }

  #load(): void {
    this.#collections.clear()
    for (const row of this.database.prepare('SELECT * FROM collections').all())
      this.#open(
        Number(row['id']),
        `${row['database']}.${row['name']}`,
        decode(blob(row['options'])),
        blob(row['uuid']),
      )
  }

  #open(id: number, namespace: string, options: Doc, uuid: Uint8Array): Collection {
    const collection = new Collection(this.database, id, namespace, options, uuid)
    const primary = { v: 2, key: { _id: 1 }, name: '_id_' }
    collection.indexes.push(new Index(this.database, primary, collection.table, true, false))
    const rows = this.database.prepare('SELECT * FROM indexes WHERE collection = ? ORDER BY id').all(id)
    for (const { id: indexId, spec, multikey } of rows)
      collection.indexes.push(
        new Index(this.database, decode(blob(spec)), `index_${indexId}`, false, Boolean(multikey)),
      )
    this.#collections.set(namespace, collection)
    return collection
  }
}

const blob = (value: unknown): Uint8Array => (value instanceof Uint8Array ? value : new Uint8Array())

/** A namespace is the name of the database, a dot, and the name of the collection, which may have dots itself. */
function parts(namespace: string): [string, string] {
  const dot = namespace.indexOf('.')
  return [namespace.slice(0, dot), namespace.slice(dot + 1)]
}

function refuseBadName(namespace: string): void {
  const [database, name] = parts(namespace)
  const isBad =
    !/^[^/\\. "$*<>:|?\0]+$/.test(database) || name === '' || name.includes('\0') || name.startsWith('.')
  if (isBad || name.includes('$') || namespace.length > 255)
    throw new CommandError('InvalidNamespace', `Invalid namespace specified '${namespace}'`)
}
