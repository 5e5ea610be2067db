import { existsSync, statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { decode } from '../values.ts'
import { fileOf, refuseForeign } from './file.ts'

export interface StoreStats {
  readonly fileBytes: number
  /** The log that is not yet moved into the file. */
  readonly logBytes: number
  readonly format: number
  readonly collections: readonly CollectionStats[]
}

export interface CollectionStats {
  readonly namespace: string
  readonly documents: number
  readonly bytes: number
  readonly indexes: readonly { name: string; entries: number }[]
}

/** What a data folder holds; it may be in use. Throws an Error of one line when there is no store. */
export function statsOf(dataDir: string): StoreStats {
  const file = fileOf(dataDir)
  if (!existsSync(file)) throw new Error(`There is no store in ${dataDir}.`)
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    const format = refuseForeign(database, file)
    const log = `${file}-wal`
    return {
      fileBytes: statSync(file).size,
      logBytes: existsSync(log) ? statSync(log).size : 0,
      format,
      collections: database
        .prepare('SELECT * FROM collections ORDER BY database, name')
        .all()
        .map(row => collectionStats(database, row)),
    }
  } finally {
    database.close()
  }
}

function collectionStats(database: DatabaseSync, row: Record<string, unknown>): CollectionStats {
  const id = Number(row['id'])
  const size = database.prepare(`SELECT count(*) AS n, sum(length(doc)) AS bytes FROM documents_${id}`).get()
  const indexes = database.prepare('SELECT id, spec FROM indexes WHERE collection = ? ORDER BY id').all(id)
  return {
    namespace: `${row['database']}.${row['name']}`,
    documents: Number(size?.['n']),
    bytes: Number(size?.['bytes'] ?? 0),
    indexes: indexes.map(({ id: index, spec }) => ({
      name: spec instanceof Uint8Array ? String(decode(spec)['name']) : '',
      entries: Number(database.prepare(`SELECT count(*) AS n FROM index_${index}`).get()?.['n']),
    })),
  }
}
