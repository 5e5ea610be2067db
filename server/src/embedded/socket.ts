import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A unix socket's path has to fit the system's 108 bytes with the zero at its end. */
const maxPathBytes = 106

/**
 * The path of a store's private socket, in a folder only this user may enter: inside the data folder, or a short one
 * under the system's temporary folder when that path is too long. Only whoever holds the data folder may call it.
 */
export function makeSocketPath(dataDir: string): { path: string; remove(): void } {
  const folder = socketFolder(dataDir)
  const path = join(folder, 'store.sock')
  // A socket left by a process that was killed.
  rmSync(path, { force: true })
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

function socketFolder(dataDir: string): string {
  const inside = join(dataDir, 'socket')
  if (Buffer.byteLength(join(inside, 'store.sock')) > maxPathBytes)
    return mkdtempSync(join(tmpdir(), 'store-'))
  mkdirSync(inside, { recursive: true, mode: 0o700 })
  chmodSync(inside, 0o700)
  return inside
}
