import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** A program of ours as a process of its own. `line` is what it printed to say that it is ready. */
export type Running = { child: ChildProcess; line: string; stop(signal: NodeJS.Signals): Promise<void> }

const server = fileURLToPath(new URL('../../main.ts', import.meta.url))
const cli = fileURLToPath(new URL('../../cli/main.ts', import.meta.url))

/** Starts the server, as `npm start` does; resolves once it is ready. */
export const startServerProcess = (env: Record<string, string>): Promise<Running> =>
  start([server], { HOST: '127.0.0.1', PORT: '0', ...env }, /is ready: (.*)/)

/** Starts `colloquy store`; `line` is the address to connect to. */
export const startStoreProcess = (data: string): Promise<Running> =>
  start([cli, 'store', '--port', '0', '--data', data], {}, /ready at (.*)/)

/** Starts a program with arguments and waits for the line that says it is ready. */
export async function start(
  args: string[],
  env: Record<string, string>,
  ready: RegExp,
  program = process.execPath,
): Promise<Running> {
  const child = spawn(program, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  let said = ''
  const line = await new Promise<string>((resolve, reject) => {
    // Listening goes on afterwards: a program whose output nobody takes comes to a halt.
    child.stdout.on('data', (data: Buffer) => {
      said += data
      const found = ready.exec(said)
      if (found) resolve(found[1] ?? '')
    })
    child.once('exit', () => reject(new Error(`${args.join(' ')} ended before it was ready: ${said}`)))
  })
  return {
    child,
    line,
    async stop(signal) {
      child.kill(signal)
      await exited
    },
  }
}
