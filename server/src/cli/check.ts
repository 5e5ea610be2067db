import { readFile } from 'node:fs/promises'
import { forecast } from '@colloquy/shared/forecast/forecast'
import { formats } from '@colloquy/shared/forecast/formats/all'
import type { FileReport } from '@colloquy/shared/forecast/formats/report'
import { type Command, Option } from 'commander'

type CheckOptions = { format: keyof typeof formats; all: boolean }

/** `colloquy check FILE…`: the questions that readers of Markdown files are likely to ask. */
export function register(program: Command): void {
  program
    .command('check')
    .description('Forecast the questions that readers of Markdown files are likely to ask.')
    .argument('<file...>', 'Markdown files')
    .addOption(
      new Option('--format <format>', 'how to print').choices(Object.keys(formats)).default('pretty'),
    )
    .option('--all', 'every question, without a budget', false)
    .action(check)
}

async function check(files: readonly string[], { format, all }: CheckOptions): Promise<void> {
  const reports: FileReport[] = []
  for (const file of files) {
    const result = forecast(await readFile(file, 'utf8'), { all })
    reports.push({ file, forecast: result, findings: result.findings.filter(({ shown }) => shown) })
  }
  process.stdout.write(`${formats[format]({ files: reports, version: '0.1.0' })}\n`)
}
