import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** The version of the layout of tables, kept in the file's `user_version`. */
export const formatVersion = 1

/** Marks the file as one of ours ("COLQ"). */
const applicationId = 0x434f4c51

/** Steps from each older version to the next; the file is copied beside itself before the first one runs. */
const migrations: Record<number, (database: DatabaseSync) => void> = {}

const layout = `
  CREATE TABLE collections (
    id INTEGER PRIMARY KEY, database TEXT NOT NULL, name TEXT NOT NULL, options BLOB NOT NULL, uuid BLOB NOT NULL,
    UNIQUE (database, name)
  );
  CREATE TABLE indexes (
    id INTEGER PRIMARY KEY, collection INTEGER NOT NULL, name TEXT NOT NULL, spec BLOB NOT NULL,
    multikey INTEGER NOT NULL DEFAULT 0, UNIQUE (collection, name)
  );
`

export const fileOf = (dataDir: string): string => join(dataDir, 'store.sqlite')

/** Opens the file of a data folder, making it when it is missing. Throws when it is damaged or a newer version wrote it. */
export function openFile(dataDir: string): DatabaseSync {
  const path = fileOf(dataDir)
  const database = new DatabaseSync(path)
  try {
    database.exec('PRAGMA busy_timeout = 1000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
    database.exec(
      'PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 4000; PRAGMA temp_store = MEMORY; PRAGMA journal_size_limit = 67108864',
    )
    refuseDamage(database)
    bringUp(database, path)
    return database
  } catch (cause) {
    database.close()
    throw cause
  }
}

function refuseDamage(database: DatabaseSync): void {
  const found = database.prepare('PRAGMA quick_check(1)').get()?.['quick_check']
  if (found !== 'ok')
    throw new Error(`database disk image is malformed: ${String(found).replace(/\*\*\*.*\*\*\*\s*/, '')}`)
}

function bringUp(database: DatabaseSync, path: string): void {
  if (pragma(database, 'user_version') === 0 && pragma(database, 'application_id') === 0) {
    database.exec(
      `BEGIN; ${layout} PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${formatVersion}; COMMIT`,
    )
    return
  }
  const version = refuseForeign(database, path)
  if (version < formatVersion) migrate(database, path, version)
}

const pragma = (database: DatabaseSync, name: string): number =>
  Number(database.prepare(`PRAGMA ${name}`).get()?.[name])

/** The version of the file's format. Throws when another program wrote it or a newer version. */
export function refuseForeign(database: DatabaseSync, path: string): number {
  if (pragma(database, 'application_id') !== applicationId)
    throw new Error(`${path} is not a file of this store.`)
  const version = pragma(database, 'user_version')
  if (version > formatVersion)
    throw new Error(
      `${path} was written by a newer version (format ${version}, this one reads up to ${formatVersion}). Update Colloquy.`,
    )
  return version
}

function migrate(database: DatabaseSync, path: string, from: number): void {
  const backup = `${path}.format-${from}`
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  if (!existsSync(backup)) copyFileSync(path, backup)
  database.exec('BEGIN')
  for (let version = from; version < formatVersion; version++) {
    const step = migrations[version]
    if (!step)
      throw new Error(
        `${path} has format ${version}, which this version cannot bring up to ${formatVersion}.`,
      )
    step(database)
  }
  database.exec(`PRAGMA user_version = ${formatVersion}; COMMIT`)
}
