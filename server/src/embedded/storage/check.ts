import { type Doc, decode } from '../values.ts'
import type { Collection } from './collection.ts'
import type { Index } from './indexes.ts'
import type { Store } from './store.ts'

/** Everything that is wrong with a store, in sentences: SQLite's own check, and whether each index has exactly its entries. */
export function damageOf(store: Store): string[] {
  const integrity = store.database
    .prepare('PRAGMA integrity_check')
    .all()
    .map(row => String(row['integrity_check']))
    .filter(line => line !== 'ok')
  return [...integrity, ...store.collectionsOf().flatMap(collection => damageIn(store, collection))]
}

function damageIn({ database }: Store, collection: Collection): string[] {
  const expected = new Map<Index, Set<string>>(collection.indexes.map(index => [index, new Set()]))
  for (const { seq, bytes } of collection.scan.all()) {
    const doc: Doc = decode(bytes)
    for (const [index, entries] of expected)
      for (const { key } of index.entriesOf(doc).entries) entries.add(`${key.toString('hex')} ${seq}`)
  }
  return [...expected].flatMap(([index, entries]) => {
    const kept = database.prepare(`SELECT hex(key) AS key, seq FROM ${index.table}`).all()
    const found = new Set(kept.map(({ key, seq }) => `${String(key).toLowerCase()} ${seq}`))
    const missing = [...entries].filter(entry => !found.has(entry)).length
    const extra = [...found].filter(entry => !entries.has(entry)).length
    return missing + extra === 0
      ? []
      : [`${collection.namespace}, index ${index.name}: ${missing} entries missing, ${extra} too many`]
  })
}
