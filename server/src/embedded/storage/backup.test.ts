import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { backupStore, restoreStore } from './backup.ts'
import { damageOf } from './check.ts'
import { statsOf } from './stats.ts'
import { Store } from './store.ts'

let folder: string
let dataDir: string
let file: string
const silent = (): void => undefined

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backup-'))
  dataDir = join(folder, 'data')
  file = join(folder, 'store.backup')
})

afterEach(() => rmSync(folder, { recursive: true }))

function add(store: Store, count: number): void {
  const notes = store.ensure('app.notes')
  store.begin()
  if (notes.indexes.length === 1) store.createIndex(notes, { v: 2, key: { n: 1 }, name: 'n_1' })
  for (let n = 0; n < count; n++) notes.insert({ _id: notes.count(), n })
  store.commit()
}

const countIn = (dir: string): number => {
  const store = new Store(dir)
  const count = store.collection('app.notes')?.count() ?? 0
  expect(damageOf(store)).toEqual([])
  store.close()
  return count
}

test('a backup made while the store is written to holds one moment of it', async () => {
  const store = new Store(dataDir)
  add(store, 5000)
  const backup = backupStore(dataDir, file, silent)
  add(store, 100)
  expect(await backup).toEqual({ collections: 1, documents: 5000 })
  store.close()
  restoreStore(file, join(folder, 'other'), false)
  expect(countIn(join(folder, 'other'))).toBe(5000)
})

test('restoring keeps what was there under another name, and only when asked to', async () => {
  const store = new Store(dataDir)
  add(store, 10)
  await backupStore(dataDir, file, silent)
  add(store, 10)
  expect(() => restoreStore(file, dataDir, true)).toThrow(/in use/)
  store.close()
  expect(() => restoreStore(file, dataDir, false)).toThrow(/--replace/)
  const { movedTo } = restoreStore(file, dataDir, true)
  expect(movedTo).toMatch(/before-restore$/)
  expect(countIn(dataDir)).toBe(10)
})

test('a file that is no backup, or is damaged, is not restored', async () => {
  writeFileSync(file, 'text')
  expect(() => restoreStore(file, dataDir, false)).toThrow()
  const store = new Store(dataDir)
  add(store, 2000)
  const sound = join(folder, 'sound')
  await backupStore(dataDir, sound, silent)
  await expect(backupStore(dataDir, sound, silent)).rejects.toThrow(/exists already/)
  store.close()
  const bytes = Buffer.alloc(4096, 0xff)
  writeFileSync(sound, Buffer.concat([bytes]), { flag: 'r+' })
  expect(() => restoreStore(sound, join(folder, 'other'), false)).toThrow()
})

test('the statistics of a store can be read while it is in use', () => {
  const store = new Store(dataDir)
  add(store, 10)
  expect(statsOf(dataDir).collections).toMatchObject([
    { namespace: 'app.notes', documents: 10, indexes: [{ name: 'n_1', entries: 10 }] },
  ])
  store.close()
  expect(() => statsOf(join(folder, 'nothing'))).toThrow(/no store/)
})
