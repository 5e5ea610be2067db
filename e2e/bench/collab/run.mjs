// npm run bench:collab -- FOLDER [arguments of its bench.mjs]: Colloquy beside its peers. FOLDER is an installed copy of
// the benchmark; without it, nothing is run.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const [folder = '../shared/bench', ...rest] = process.argv.slice(2)
const root = resolve(process.env.INIT_CWD ?? '.', folder)
const adapter = fileURLToPath(new URL('../colloquy.mjs', import.meta.url))

if (!existsSync(`${root}/bench.mjs`)) {
  console.log(`Skipped: there is no benchmark in ${root}.`)
} else if (!existsSync(`${root}/node_modules/yjs`)) {
  console.log(
    `Skipped: the benchmark in ${root} is not installed. Copy it where you may write, run "npm install" there, and give its path.`,
  )
} else {
  const servers = ['--servers', `${adapter},hocuspocus,y-websocket,y-socket.io`]
  const chosen = rest.includes('--servers') ? rest : [...servers, ...rest]
  const child = spawn(process.execPath, ['bench.mjs', ...chosen], { cwd: root, stdio: 'inherit' })
  child.on('exit', code => process.exit(code ?? 1))
}
