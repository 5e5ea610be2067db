import { spawn } from 'node:child_process'
import { openSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { serverFlags } from '../../../server/launch/flags.mjs'

const main = fileURLToPath(new URL('../../../server/src/main.ts', import.meta.url))
const START_WITHIN_MS = 60_000

/** Starts the real server as a process of its own: `{ pid, exited, stop(), kill() }`, answering on its port. */
export async function spawnColloquy({ port, dataDir, env = {} }) {
  const log = openSync(`${dataDir}.log`, 'a')
  const child = spawn(process.execPath, [...serverFlags, main], {
    stdio: ['ignore', log, log],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: dataDir,
      ...env,
    },
  })
  let over = null
  const exited = new Promise(resolve => {
    child.once('exit', (code, signal) => {
      over = { code, signal }
      resolve(over)
    })
  })
  const end = async signal => {
    child.kill(signal)
    const timer = setTimeout(() => child.kill('SIGKILL'), 10_000)
    const how = await exited
    clearTimeout(timer)
    return how
  }
  for (const deadline = Date.now() + START_WITHIN_MS; !(await healthy(port)); await pause(10)) {
    if (over) throw new Error(`the server ended (${JSON.stringify(over)}), see ${dataDir}.log`)
    if (Date.now() > deadline) {
      child.kill('SIGKILL')
      throw new Error(`the server did not start, see ${dataDir}.log`)
    }
  }
  return { pid: child.pid, exited, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
}

const healthy = port =>
  fetch(`http://127.0.0.1:${port}/api/health`).then(
    response => response.ok,
    () => false,
  )
