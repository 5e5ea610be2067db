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
  // On a fresh clone exactly what is locked; later only the difference, so that a running server keeps its modules.
  const command = existsSync(node) ? 'install' : 'ci'
  console.log(`Installing dependencies (npm ${command}) …`)
  const code = await runNpm([command, '--no-audit', '--no-fund', '--loglevel=error'])
  if (code !== 0)
    fail(
      'The dependencies could not be installed. Check the network and the messages above, then run the command again.',
    )
  writeFileSync(stamp, wanted)
}
