import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const main = join(import.meta.dirname, 'main.ts')
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'colloquy-main-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

type Started = { child: ChildProcess; printed: () => string; exit: Promise<number | null> }

function start(env: Record<string, string>): Started {
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, PORT: '0', DATA_DIR: join(folder, 'data'), ...env },
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', chunk => (printed += chunk))
  return { child, printed: () => printed, exit: once(child, 'exit').then(([code]) => code) }
}

async function ready({ child, printed }: Started): Promise<string> {
  while (!/ready: (\S+)/.test(printed())) {
    if (child.exitCode !== null) throw new Error(printed())
    await Promise.race([once(child.stdout ?? child, 'data'), once(child, 'exit')])
  }
  return /ready: (\S+)/.exec(printed())?.[1]?.replace('localhost', '127.0.0.1') ?? ''
}

describe('a server that cannot start says why in one line and ends with 1', () => {
  const refusal = async (env: Record<string, string>) => {
    const started = start(env)
    expect(await started.exit).toBe(1)
    expect(started.printed().trim().split('\n')).toHaveLength(1)
    return started.printed()
  }

  test('a port in use', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const address = taken.address()
    const port = typeof address === 'object' && address ? String(address.port) : ''
    expect(await refusal({ PORT: port })).toContain(`Port ${port} is in use`)
    taken.close()
  })

  test('a data folder that is a file', async () => {
    await writeFile(join(folder, 'file'), '')
    expect(await refusal({ DATA_DIR: join(folder, 'file') })).toContain(join(folder, 'file'))
  })

  test.skipIf(process.getuid?.() === 0)('a data folder one may not write to (skipped as root)', async () => {
    const closed = join(folder, 'closed')
    await mkdir(closed)
    await chmod(closed, 0o500)
    expect(await refusal({ DATA_DIR: join(closed, 'data') })).toContain('Cannot write to the data folder')
  })

  test('a database that does not answer', async () => {
    const printed = await refusal({ MONGODB_URI: 'mongodb://someone:secret@127.0.0.1:1/colloquy' })
    expect(printed).toContain('Cannot reach the database at mongodb://127.0.0.1:1/colloquy')
    expect(printed).not.toContain('secret')
  })

  test('an unknown setting', async () => {
    expect(await refusal({ COLLOQUY_DATA: '/data' })).toContain('Unknown setting COLLOQUY_DATA')
  })

  test('a data folder another server uses', async () => {
    const first = start({})
    await ready(first)
    expect(await refusal({})).toMatch(/in use|another/)
    first.child.kill('SIGTERM')
    await first.exit
  })
})

test('a server answers health, and SIGTERM ends it cleanly with 0', async () => {
  const started = start({})
  const url = await ready(started)
  const health = await fetch(`${url}/api/health`)
  expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }])
  started.child.kill('SIGTERM')
  expect(await started.exit).toBe(0)
})
