import { execFile } from 'node:child_process'
import { readdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const skipped = new Set(['node_modules', 'dist', 'vendor'])

/** All Markdown files named or found in the folders named, in a stable order. A path that is not there is an error. */
export async function markdownFiles(paths: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    paths.map(async path => {
      if (!(await stat(path)).isDirectory()) return [path]
      const entries = await readdir(path, { withFileTypes: true })
      const inside = entries
        .filter(({ name }) => !name.startsWith('.') && !skipped.has(name))
        .filter(entry => entry.isDirectory() || /\.(?:md|markdown)$/i.test(entry.name))
        .map(({ name }) => join(path, name))
      return markdownFiles(inside.sort())
    }),
  )
  return [...new Set(found.flat())]
}

/** Absolute paths of the files that differ from a git revision, new files included. */
export async function changedSince(revision: string): Promise<Set<string>> {
  const root = (await run('git', ['rev-parse', '--show-toplevel'])).stdout.trim()
  const lists = await Promise.all([
    run('git', [
      '-C',
      root,
      'diff',
      '--name-only',
      '-z',
      '--diff-filter=d',
      '--end-of-options',
      revision,
      '--',
    ]),
    run('git', ['-C', root, 'ls-files', '--others', '--exclude-standard', '-z']),
  ])
  return new Set(
    lists.flatMap(({ stdout }) => stdout.split('\0').filter(Boolean)).map(path => resolve(root, path)),
  )
}
