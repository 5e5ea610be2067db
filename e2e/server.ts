import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '..')

/** A server in a process of its own on a data folder of its own, to be killed and started again. */
export type ServerProcess = {
  url: string
  dataDir: string
  /** SIGKILL: nothing is flushed. Resolves when the process is gone. */
  kill(): Promise<void>
  /** SIGTERM. Resolves with the exit code. */
  stop(): Promise<number | null>
  /** Starts it again on the same port and data. */
  start(): Promise<void>
  /** Ends it if it still runs and removes its data. */
  dispose(): Promise<void>
}

export async function startProcess(
  env: Record<string, string> = {},
  flags: string[] = [],
): Promise<ServerProcess> {
  const dataDir = await mkdtemp(join(tmpdir(), 'colloquy-e2e-'))
  const port = await freePort()
  let child: ChildProcess | null = null
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    const running = child
    child = null
    if (!running || running.exitCode !== null) return running?.exitCode ?? null
    const exit = once(running, 'exit')
    running.kill(signal)
    const [code] = await exit
    return typeof code === 'number' ? code : null
  }
  const server: ServerProcess = {
    url: `http://localhost:${port}`,
    dataDir,
    async kill() {
      await end('SIGKILL')
    },
    stop: () => end('SIGTERM'),
    async start() {
      child = spawn(process.execPath, ['server/src/main.ts', ...flags], {
        cwd: root,
        env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'error', ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      await ready(child)
    },
    async dispose() {
      await end('SIGKILL')
      await rm(dataDir, { recursive: true, force: true })
    },
  }
  await server.start()
  return server
}

/** Resolves when the server says that it is ready; rejects with what it printed when it ends before. */
function ready(child: ChildProcess): Promise<void> {
  let printed = ''
  return new Promise((settle, fail) => {
    const read = (chunk: Buffer) => {
      printed += chunk.toString()
      if (/Colloquy is ready/.test(printed)) settle()
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', code => fail(new Error(`the server ended with ${code}: ${printed}`)))
  })
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
