import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export interface Child {
  readonly uri: string
  readonly process: ChildProcess
  /** Ends the process at once, as a crash would, and waits until it is gone. */
  kill(): Promise<void>
}

/** Serves a data folder from a process of its own, which can be killed. */
export async function serveFromChild(dataDir: string): Promise<Child> {
  const script = fileURLToPath(new URL('./serve.ts', import.meta.url))
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [port] = await Promise.race([once(createInterface(child.stdout), 'line'), once(child, 'exit')])
  if (child.exitCode !== null) throw new Error(`The store did not start: exit code ${child.exitCode}`)
  return {
    uri: `mongodb://127.0.0.1:${port}/`,
    process: child,
    kill: async () => {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}
