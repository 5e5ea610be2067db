import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { backup, DatabaseSync } from 'node:sqlite'
import { explained } from './faults.ts'
import { fileOf, refuseForeign } from './file.ts'
import { lockFolder } from './lock.ts'

/** How much of a copy is done, in pages of the file. */
export type Progress = (done: number, total: number) => void

const pagesPerStep = 2000

/**
 * Copies a store into one file, as it is at this moment, while it may be in use. Answers how many collections and
 * documents it has. Throws an Error of one line when there is no store or the file exists.
 */
export async function backupStore(dataDir: string, file: string, progress: Progress): Promise<Contents> {
  if (!existsSync(fileOf(dataDir))) throw new Error(`There is no store in ${dataDir}.`)
  if (existsSync(file)) throw new Error(`${file} exists already. Choose another name.`)
  const part = `${file}.part`
  rmSync(part, { force: true })
  const source = new DatabaseSync(fileOf(dataDir), { readOnly: true })
  try {
    refuseForeign(source, fileOf(dataDir))
    // Reading once pins the state of this moment: what others write from here on is not seen.
    source.exec('BEGIN')
    source.prepare('SELECT count(*) FROM collections').get()
    await backup(source, part, {
      rate: pagesPerStep,
      progress: ({ totalPages, remainingPages }) => progress(totalPages - remainingPages, totalPages),
    })
    const contents = contentsOf(part)
    renameSync(part, file)
    return contents
  } catch (cause) {
    rmSync(part, { force: true })
    throw explained(cause, dataDir)
  } finally {
    source.close()
  }
}

export interface Contents {
  readonly collections: number
  readonly documents: number
}

/** Checks a file from end to end and counts what is in it. Throws when it is no store, damaged or too new. */
export function contentsOf(file: string): Contents {
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    refuseForeign(database, file)
    const found = database.prepare('PRAGMA integrity_check(1)').get()?.['integrity_check']
    if (found !== 'ok') throw new Error(`${file} is damaged: ${String(found)}`)
    const ids = database.prepare('SELECT id FROM collections').all()
    const counts = ids.map(({ id }) =>
      Number(database.prepare(`SELECT count(*) AS n FROM documents_${id}`).get()?.['n']),
    )
    return { collections: ids.length, documents: counts.reduce((sum, n) => sum + n, 0) }
  } finally {
    database.close()
  }
}

/**
 * Makes a data folder hold what a backup holds. A store that is there is refused, or with `replace` moved aside, and
 * its new name answered. Throws an Error of one line when the backup is not sound or the folder is in use.
 */
export function restoreStore(
  file: string,
  dataDir: string,
  replace: boolean,
): { contents: Contents; movedTo: string | undefined } {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`)
  const contents = contentsOf(file)
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const lock = lockFolder(dataDir)
  try {
    const target = fileOf(dataDir)
    if (existsSync(target) && !replace)
      throw new Error(`There is a store in ${dataDir} already. With --replace it is moved aside and kept.`)
    const part = `${target}.part`
    copyFileSync(file, part)
    const movedTo = moveAside(target)
    renameSync(part, target)
    return { contents, movedTo }
  } finally {
    lock.release()
  }
}

/** The log belongs to the file: both go, or what is restored would be mixed with what was there. */
function moveAside(target: string): string | undefined {
  if (!existsSync(target)) return undefined
  let name = `${target}.before-restore`
  for (let i = 2; existsSync(name); i++) name = `${target}.before-restore-${i}`
  for (const ending of ['-wal', '-shm', ''])
    if (existsSync(target + ending)) renameSync(target + ending, name + ending)
  return name
}
