// npm run dev: the server restarts and the page reloads when a file changes. The page is on port 5173, the API behind it.
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { serverFlags } from './flags.mjs'
import { ensureInstalled } from './install.mjs'
import { node, root, run } from './run.mjs'

await ensureInstalled()
serveAndWatch()
process.exit(await run(node, ['node_modules/vite/bin/vite.js', 'client']))

/** Starts the server, and again after a change. Node's own `--watch` writes messages into the server's threads. */
function serveAndWatch() {
  let server = start()
  let timer
  for (const folder of ['server/src', 'shared/src']) {
    watch(join(root, folder), { recursive: true }, () => {
      clearTimeout(timer)
      timer = setTimeout(restart, 150)
    })
  }
  function start() {
    return spawn(node, [...serverFlags, 'server/src/main.ts', ...process.argv.slice(2)], {
      cwd: root,
      stdio: 'inherit',
    })
  }
  function restart() {
    const old = server
    const again = () => {
      if (server === old) server = start()
    }
    if (old.exitCode !== null || old.signalCode !== null) return again()
    old.once('exit', again)
    old.kill('SIGTERM')
  }
  process.on('exit', () => server.kill('SIGTERM'))
}
