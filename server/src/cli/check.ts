import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import {
  againstBaseline,
  type Baseline,
  baselineSchema,
  nextBaseline,
} from '@colloquy/shared/forecast/baseline'
import { readMarkdown } from '@colloquy/shared/forecast/blocks/markdown'
import { directivesOf, isSettledBy } from '@colloquy/shared/forecast/directives'
import { forecast, type LocatedFinding } from '@colloquy/shared/forecast/forecast'
import { type FormatName, formats } from '@colloquy/shared/forecast/formats/all'
import { type FileReport, type Level, levelOf } from '@colloquy/shared/forecast/formats/report'
import { type Persona, personaIds } from '@colloquy/shared/forecast/personas'
import { settle } from '@colloquy/shared/forecast/settle'
import { settlementsSchema } from '@colloquy/shared/forecast/sidecar'
import type { ForecastOptions } from '@colloquy/shared/forecast/types'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { changedSince, markdownFiles } from './check-files.ts'

const levels = ['error', 'warning', 'note', 'never'] as const satisfies readonly (Level | 'never')[]

type CheckOptions = {
  format: FormatName
  audience: readonly Persona[]
  template?: string
  baseline?: string
  updateBaseline: boolean
  growBaseline: boolean
  changedSince?: string
  failOn: (typeof levels)[number]
  all: boolean
}

/** Exit codes: what a script may rely on. */
const exits = { clean: 0, found: 1, usage: 2, failed: 3 } as const

/** `colloquy check FILE…`: the questions that readers of Markdown files are likely to ask. */
export function register(program: Command): void {
  program
    .command('check')
    .description('Forecast the questions that readers of Markdown files are likely to ask.')
    .argument('<paths...>', 'Markdown files, or folders of them')
    .addOption(
      new Option('--format <format>', 'how to print').choices(Object.keys(formats)).default('pretty'),
    )
    .option(
      '--audience <personas>',
      `who will read it, comma-separated: ${personaIds.join(', ')}`,
      parseAudience,
      [],
    )
    .option('--template <file>', 'a Markdown template; its headings are required, its texts are guidance')
    .option('--baseline <file>', 'report only what this file does not list')
    .option('--update-baseline', 'take what is gone out of the baseline', false)
    .option('--grow-baseline', 'also put what is new into it', false)
    .option('--changed-since <revision>', 'only files that differ from a git revision')
    .addOption(
      new Option('--fail-on <level>', 'exit with 1 when this level is found')
        .choices(levels)
        .default('error'),
    )
    .option('--all', 'every question and every category, without a budget', false)
    .addHelpText(
      'after',
      '\nExit codes: 0 nothing at the --fail-on level, 1 something, 2 wrong usage or unreadable input, 3 failure.',
    )
    .action(async (paths: string[], options: CheckOptions) => {
      process.exitCode = await check(paths, options)
    })
}

async function check(paths: readonly string[], options: CheckOptions): Promise<number> {
  let input: { reports: FileReport[]; baseline: Baseline | null }
  try {
    input = await read(paths, options)
  } catch (error) {
    process.stderr.write(`colloquy check: ${error instanceof Error ? error.message : String(error)}\n`)
    return exits.usage
  }
  try {
    const reports = await applyBaseline(input.reports, input.baseline, options)
    const text = formats[options.format]({ files: reports, version: '0.1.0' })
    if (text) process.stdout.write(`${text}\n`)
    const failing = options.failOn === 'never' ? -1 : levels.indexOf(options.failOn)
    const found = reports.some(({ findings }) =>
      findings.some(finding => levels.indexOf(levelOf(finding)) <= failing),
    )
    return found ? exits.found : exits.clean
  } catch (error) {
    process.stderr.write(
      `colloquy check: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    )
    return exits.failed
  }
}

async function read(
  paths: readonly string[],
  options: CheckOptions,
): Promise<{ reports: FileReport[]; baseline: Baseline | null }> {
  const changed = options.changedSince === undefined ? null : await changedSince(options.changedSince)
  const files = (await markdownFiles(paths)).filter(file => !changed || changed.has(resolve(file)))
  const wanted: ForecastOptions = {
    audience: options.audience,
    all: options.all,
    ...(options.template === undefined ? {} : asTemplate(await readFile(options.template, 'utf8'))),
  }
  const reports = await Promise.all(files.map(file => readOne(file, wanted)))
  const { baseline } = options
  if (baseline === undefined) return { reports, baseline: null }
  const empty: Baseline = { version: 1, files: {} }
  return {
    reports,
    baseline: existsSync(baseline)
      ? baselineSchema.parse(JSON.parse(await readFile(baseline, 'utf8')))
      : empty,
  }
}

async function readOne(file: string, options: ForecastOptions): Promise<FileReport> {
  const source = await readFile(file, 'utf8')
  const result = forecast(source, options)
  const directives = directivesOf(readMarkdown(source))
  const sidecar = `${file}.colloquy.json`
  const settlements = existsSync(sidecar)
    ? settlementsSchema.parse(JSON.parse(await readFile(sidecar, 'utf8')))
    : []
  const open = new Set(
    settle(result.findings, settlements, new Set(settlements.flatMap(answerOf)))
      .findings.filter(({ state }) => state === 'open')
      .map(({ finding }) => finding),
  )
  const findings = result.findings.filter(
    (finding): finding is LocatedFinding =>
      finding.shown && open.has(finding) && !isSettledBy(directives, finding.rule, finding.span?.block ?? -1),
  )
  return { file: file.replaceAll('\\', '/'), forecast: result, findings }
}

/** In a repository an answer is in the file itself: the sidecar's word is taken for it. */
function answerOf(settlement: { state: string; answerId?: string }): string[] {
  return settlement.answerId === undefined ? [] : [settlement.answerId]
}

function asTemplate(source: string): Pick<ForecastOptions, 'required' | 'guidance'> {
  const { blocks } = readMarkdown(source)
  const heading = (text: string) => text.replace(/^#+\s*|\s*#+$|\n[=-]+$/g, '').trim()
  return {
    required: blocks
      .filter(({ kind, level }) => kind === 'heading' && level > 1)
      .map(({ text }) => ({ heading: heading(text) })),
    guidance: blocks.filter(({ kind }) => kind !== 'heading' && kind !== 'matter').map(({ text }) => text),
  }
}

async function applyBaseline(
  reports: readonly FileReport[],
  baseline: Baseline | null,
  options: CheckOptions,
): Promise<readonly FileReport[]> {
  if (!baseline || options.baseline === undefined) return reports
  const today = new Date().toISOString().slice(0, 10)
  const entriesOf = (file: string) => baseline.files[file] ?? []
  if (options.updateBaseline || options.growBaseline) {
    const files = reports.map(
      ({ file, findings }) =>
        [file, nextBaseline(findings, entriesOf(file), today, options.growBaseline)] as const,
    )
    const next: Baseline = { version: 1, files: { ...baseline.files, ...Object.fromEntries(files) } }
    await writeFile(options.baseline, `${JSON.stringify(next, null, 2)}\n`)
    if (options.growBaseline) return reports.map(report => ({ ...report, findings: [] }))
  }
  return reports.map(report => ({
    ...report,
    findings: againstBaseline(report.findings, entriesOf(report.file), today).fresh,
  }))
}

function parseAudience(value: string): Persona[] {
  return value.split(',').map(name => {
    const persona = personaIds.find(id => id.toLowerCase() === name.trim().toLowerCase())
    if (!persona) throw new InvalidArgumentError(`${name} is none of ${personaIds.join(', ')}.`)
    return persona
  })
}
