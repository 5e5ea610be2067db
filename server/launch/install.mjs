import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fail, node, root, runNpm } from './run.mjs'

const stamp = join(root, 'node_modules/.installed-for')

/** Installs the locked dependencies unless that was done for this very lock file. */
export async function ensureInstalled() {
  const [major = 0] = process.versions.node.split('.').map(Number)
  if (major < 20)
    fail(`Colloquy needs Node 20 or newer to start; this is ${process.version}. See https://nodejs.org`)
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stamp) && existsSync(node) && readFileSync(stamp, 'utf8') === wanted) return
  console.log('Installing dependencies (npm ci) …')
  const code = await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  if (code !== 0)
    fail(
      'The dependencies could not be installed. Check the network and the messages above, then run the command again.',
    )
  writeFileSync(stamp, wanted)
}
