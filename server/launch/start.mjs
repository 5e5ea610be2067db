// npm start: installs, builds what is stale, serves. Flags after `--` go to the server.
import { ensureBuilt } from './build.mjs'
import { serverFlags } from './flags.mjs'
import { ensureInstalled } from './install.mjs'
import { node, run } from './run.mjs'

await ensureInstalled()
await ensureBuilt()
process.exit(await run(node, [...serverFlags, 'server/src/main.ts', ...process.argv.slice(2)]))
