// Small steps shared by the launchers. Plain JavaScript without dependencies: it runs on the machine's own Node, before anything is installed.
import { spawn } from 'node:child_process'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** The project's own Node 24, which npm installs. */
export const node = join(root, 'node_modules/.bin/node')

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'

/**
 * Runs a command with the terminal as its own and passes stop signals on to it.
 * @returns {Promise<number>} its exit code, 128 + n when signal n ended it
 */
export function run(command, args, options = {}) {
  return new Promise((settle, fail) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options })
    const pass = signal => child.kill(signal)
    process.on('SIGTERM', pass).on('SIGINT', pass)
    child.on('error', fail)
    child.on('exit', (code, signal) => {
      process.off('SIGTERM', pass).off('SIGINT', pass)
      settle(code ?? (signal === 'SIGTERM' ? 143 : signal === 'SIGINT' ? 130 : 137))
    })
  })
}

/** Ends the process with one clear line. */
export function fail(message) {
  console.error(message)
  process.exit(1)
}

export const runNpm = args => run(npm, args)
