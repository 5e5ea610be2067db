import type { OfflineCopy } from '@colloquy/shared/sync/socket'
import { clearDocument, IndexeddbPersistence } from 'y-indexeddb'
import type { Doc } from 'yjs'

/** Databases are named by account first, so that nobody else who uses this browser ever opens them. */
const nameOf = (accountId: string, documentId: string) => `colloquy/${accountId}/${documentId}`

const NOTES = 'custom'
/** Typing changes the count all the time; writing it down once per so many milliseconds is enough. */
const EVERY = 500
/** A browser that does not open its database in this time is worked with as if it had none. */
const PATIENCE = 4000

/**
 * Keeps a document in IndexedDB: its text, and per tab a note of how many edits the server has not stored. Notes left
 * by tabs that are gone are what was made offline and never sent.
 */
export function offlineCopy(accountId: string, documentId: string, doc: Doc): OfflineCopy {
  const kept = new IndexeddbPersistence(nameOf(accountId, documentId), doc)
  const note = `waiting:${doc.clientID}`
  let left: IDBValidKey[] = []
  let waiting = 0
  let written = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const opened = Promise.race([
    kept.whenSynced.then(() => true),
    // Private windows and full disks refuse; collaboration works without.
    kept._db.then(
      () => new Promise<never>(() => undefined),
      () => false,
    ),
    new Promise<boolean>(resolve => setTimeout(resolve, PATIENCE, false)),
  ])

  const write = () => {
    timer = undefined
    if (waiting === written) return
    written = waiting
    // What could not be written is written with the next change; the edits themselves are kept apart from it.
    const done = waiting > 0 ? kept.set(note, waiting) : kept.del(note)
    done.catch(() => {
      written = -1
    })
    if (waiting === 0) {
      for (const key of left) void kept.del(String(key))
      left = []
    }
  }

  return {
    origin: kept,
    restored: opened.then(async ok => {
      if (!ok || !kept.db) return { waiting: 0 }
      const notes = await readNotes(kept.db)
      left = notes.map(([key]) => key)
      return { waiting: notes.reduce((sum, [, count]) => sum + count, 0) }
    }),
    keep(count) {
      const first = waiting === 0 && count > 0
      waiting = count
      if (first) write()
      else timer ??= setTimeout(write, EVERY)
    },
    destroy() {
      clearTimeout(timer)
      write()
      void kept.destroy()
    },
  }
}

/** Drops this account's copies that hold nothing but what the server has, e.g. when signing out. */
export async function forgetOffline(accountId: string): Promise<void> {
  for (const { name } of await indexedDB.databases()) {
    if (!name?.startsWith(`colloquy/${accountId}/`)) continue
    const database = await request(indexedDB.open(name))
    const notes = await readNotes(database)
    database.close()
    if (notes.length === 0) await clearDocument(name)
  }
}

async function readNotes(database: IDBDatabase): Promise<[IDBValidKey, number][]> {
  if (!database.objectStoreNames.contains(NOTES)) return []
  const store = database.transaction(NOTES).objectStore(NOTES)
  const [keys, values] = await Promise.all([request(store.getAllKeys()), request(store.getAll())])
  return keys.flatMap((key, index): [IDBValidKey, number][] =>
    String(key).startsWith('waiting:') ? [[key, Number(values[index])]] : [],
  )
}

const request = <Result>(asked: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })
