import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join, normalize, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')

export type Source = {
  /** Path from the repository's root. */
  path: string
  text: string
  imports: { specifier: string /** Path of the imported file; null for packages. */; target: string | null }[]
}

/** Every TypeScript file git knows or would take, with what it imports. */
export function readSources(): Source[] {
  return trackedFiles()
    .filter(path => /\.tsx?$/.test(path))
    .map(path => {
      const text = readFileSync(join(root, path), 'utf8')
      const specifiers = [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^'\n]+)'/g)].map(
        match => match[1] ?? '',
      )
      return {
        path,
        text,
        imports: specifiers.map(specifier => ({ specifier, target: targetOf(path, specifier) })),
      }
    })
}

export function trackedFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
  })
  const gone = execFileSync('git', ['ls-files', '--deleted'], { cwd: root }).toString().split('\n')
  return listed
    .toString()
    .split('\n')
    .filter(path => path !== '' && !gone.includes(path))
}

function targetOf(from: string, specifier: string): string | null {
  if (specifier.startsWith('.')) return normalize(join(dirname(from), specifier))
  const shared = /^@colloquy\/shared\/(.+)$/.exec(specifier)?.[1]
  return shared ? `shared/src/${shared.endsWith('.json') ? shared : `${shared}.ts`}` : null
}
