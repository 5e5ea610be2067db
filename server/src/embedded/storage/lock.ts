import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/**
 * Holds the folder for this process: an exclusive transaction on a side file, which the operating system ends with the
 * process however it dies. Throws when another process holds it.
 */
export function lockFolder(dataDir: string): { release(): void } {
  const lock = new DatabaseSync(join(dataDir, 'store.lock'))
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    lock.close()
    if (cause instanceof Error && cause.message.includes('locked'))
      throw new Error(`The data folder ${dataDir} is in use by another process. Stop that one first.`, {
        cause,
      })
    throw cause
  }
  return { release: () => lock.close() }
}
