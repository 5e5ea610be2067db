import { execFile } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Command, CommanderError } from 'commander'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { register } from './check.ts'

const run = promisify(execFile)

const home = process.cwd()
let folder = ''

const hollow = '# Cache\n\nPages are slow.\n\n## Drawbacks\n\n## Test plan\n\nTBD\n'
const whole = '# Cache\n\nPages are slow to open.\n'

/** Runs the command in this process: what it prints, and the code it would exit with. */
async function colloquy(...args: string[]): Promise<{ code: number; out: string }> {
  const out: string[] = []
  const print = vi.spyOn(process.stdout, 'write').mockImplementation(text => out.push(String(text)) > 0)
  const complain = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined })
  register(program)
  for (const command of program.commands)
    command.exitOverride().configureOutput({ writeErr: () => undefined })
  process.exitCode = 0
  try {
    await program.parseAsync(['node', 'colloquy', ...args])
    return { code: Number(process.exitCode), out: out.join('') }
  } catch (error) {
    if (error instanceof CommanderError) return { code: 2, out: out.join('') }
    throw error
  } finally {
    process.exitCode = 0
    print.mockRestore()
    complain.mockRestore()
  }
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-'))
  process.chdir(folder)
  await writeFile(join(folder, 'hollow.md'), hollow)
  await writeFile(join(folder, 'whole.md'), whole)
})

afterAll(() => process.chdir(home))

describe('exit codes', () => {
  test.each([
    ['nothing found is 0', ['check', 'whole.md'], 0],
    ['a hole is 1', ['check', 'hollow.md'], 1],
    ['a hole that may be is 0', ['check', '--fail-on', 'never', 'hollow.md'], 0],
    ['a file that is not there is 2', ['check', 'nowhere.md'], 2],
    ['an unknown format is 2', ['check', '--format', 'tea', 'whole.md'], 2],
    ['an unknown reader is 2', ['check', '--audience', 'cat', 'whole.md'], 2],
    ['an unknown revision is 2', ['check', '--changed-since', 'nowhere', 'whole.md'], 2],
  ])('%s', async (_, args, code) => {
    expect((await colloquy(...args)).code).toBe(code)
  })
})

test('JSON is one object per file, ranked', async () => {
  const { out } = await colloquy('check', '--format', 'json', '--all', '.')
  const files = out
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
  expect(files.map(({ file }) => file)).toEqual(['hollow.md', 'whole.md'])
  const [{ questions, words, readability }] = files
  expect(words).toBe(4)
  expect(questions).toContainEqual(
    expect.objectContaining({
      rule: 'section-placeholder',
      category: 'testing',
      quote: 'TBD',
      section: 'Test plan',
      line: 9,
    }),
  )
  expect(new Set(questions.map(({ category }: { category: string }) => category)).size).toBe(29)
  const scores = questions.map(({ score }: { score: number }) => score)
  expect(scores).toEqual(scores.toSorted((a: number, b: number) => b - a))
  expect(readability[0]).toMatchObject({ section: 'Cache', words: 3 })
})

test('a comment with a reason settles a finding of its section', async () => {
  const settled = hollow.replace(
    'TBD',
    'TBD\n\n<!-- colloquy: settled section-placeholder because QA writes it -->',
  )
  await writeFile(join(folder, 'hollow.md'), settled.replace('## Drawbacks\n\n', ''))
  expect((await colloquy('check', 'hollow.md')).code).toBe(0)
  await writeFile(
    join(folder, 'hollow.md'),
    settled.replace(' because QA writes it', '').replace('## Drawbacks\n\n', ''),
  )
  expect((await colloquy('check', 'hollow.md')).code).toBe(1)
})

test('a baseline hides what it lists, and grows only when asked to', async () => {
  await colloquy('check', '--baseline', 'base.json', '--grow-baseline', 'hollow.md')
  expect((await colloquy('check', '--baseline', 'base.json', 'hollow.md')).code).toBe(0)
  await writeFile(join(folder, 'hollow.md'), `${hollow}\n## Rollout\n\nTODO\n`)
  expect((await colloquy('check', '--baseline', 'base.json', '--update-baseline', 'hollow.md')).code).toBe(1)
  const { out } = await colloquy('check', '--baseline', 'base.json', '--format', 'json', 'hollow.md')
  expect(JSON.parse(out).questions.map(({ section }: { section: string }) => section)).toEqual(['Rollout'])
})

test('only files changed since a revision are read', async () => {
  const git = (...args: string[]) =>
    run('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@b', ...args])
  await git('init', '-q')
  await git('add', '.')
  await git('commit', '-q', '-m', 'one')
  await writeFile(join(folder, 'whole.md'), `${whole}\n## Why\n\nTBD\n`)
  const { out } = await colloquy('check', '--changed-since', 'HEAD', '--format', 'json', '.')
  expect(
    out
      .trim()
      .split('\n')
      .map(line => JSON.parse(line).file),
  ).toEqual(['whole.md'])
})

test('a template’s headings are required', async () => {
  await writeFile(join(folder, 'template.md'), '# Title\n\n## Rollout\n\nSay in which steps.\n')
  const { out } = await colloquy('check', '--template', 'template.md', '--format', 'github', 'whole.md')
  expect(out).toContain('::error file=whole.md,line=1,title=section-missing::Where is “Rollout”?')
})
