import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fail, node, root, run } from './run.mjs'

const sources = [
  'client/src',
  'client/public',
  'client/index.html',
  'client/vite.config.ts',
  'shared/src',
  'package-lock.json',
]
const stamp = join(root, 'client/dist/.built')

/** Builds the client unless the last build is newer than everything it is made of. */
export async function ensureBuilt() {
  if (existsSync(stamp) && newest(sources) < statSync(stamp).mtimeMs) return
  console.log('Building the client …')
  const code = await run(node, ['node_modules/vite/bin/vite.js', 'build', 'client', '--logLevel', 'error'])
  if (code !== 0) fail('The client could not be built; see the messages above.')
  writeFileSync(stamp, '')
}

function newest(paths) {
  let latest = 0
  for (const path of paths) {
    const full = join(root, path)
    if (!existsSync(full)) continue
    const entries = statSync(full).isDirectory()
      ? readdirSync(full, { recursive: true }).map(entry => join(full, String(entry)))
      : [full]
    for (const entry of entries) latest = Math.max(latest, statSync(entry).mtimeMs)
  }
  return latest
}
