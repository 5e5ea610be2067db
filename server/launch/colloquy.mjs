// npm run colloquy -- COMMAND: the command line on the project's own Node.

import { join } from 'node:path'
import { ensureInstalled } from './install.mjs'
import { node, root, run } from './run.mjs'

await ensureInstalled()
const main = join(root, 'server/src/cli/main.ts')
// npm changes into the repository; file arguments are meant from where the person stands.
process.exit(
  await run(node, ['--disable-warning=ExperimentalWarning', main, ...process.argv.slice(2)], {
    cwd: process.env.INIT_CWD ?? root,
  }),
)
