// npm run dev: the server restarts and the page reloads when a file changes. The page is on port 5173, the API behind it.
import { ensureInstalled } from './install.mjs'
import { node, run } from './run.mjs'

await ensureInstalled()
const ends = [
  run(node, [
    '--watch-path=server/src',
    '--watch-path=shared/src',
    '--watch-preserve-output',
    'server/src/main.ts',
    ...process.argv.slice(2),
  ]),
  run(node, ['node_modules/vite/bin/vite.js', 'client']),
]
process.exit(await Promise.race(ends))
