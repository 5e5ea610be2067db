import { fileOf } from './file.ts'

/** Turns what went wrong at opening into an Error of one line that says what to do. */
export function explained(cause: unknown, dataDir: string): Error {
  const path = fileOf(dataDir)
  const reason = (cause instanceof Error ? cause.message : String(cause)).replace(/\s+/g, ' ')
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  if (/malformed|not a database|corrupt/i.test(reason))
    return new Error(
      `${path} is damaged (${reason}). Move it away and restore the last backup with "colloquy restore FILE".`,
      { cause },
    )
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM' || /readonly|unable to open/i.test(reason))
    return new Error(
      `The data folder ${dataDir} cannot be written (${reason}). Check its owner and its rights.`,
      { cause },
    )
  return cause instanceof Error ? cause : new Error(reason)
}
