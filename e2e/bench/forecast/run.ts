import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { forecastOf } from '@colloquy/shared/forecast/engine'
import { readCorpus, type Sample } from './corpus.ts'
import { type HeldOut, leaveOneRepositoryOut, summary } from './hold-out.ts'
import { workerSize } from './size.ts'
import { spanRates } from './spans.ts'
import { measureSpeed } from './speed.ts'

/** npm run bench:forecast -- DIR [--docs DIR]: DIR holds dev.jsonl, train.jsonl, company.jsonl and docs/. */
async function main(): Promise<void> {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { docs: { type: 'string' } } })
  const folder = resolve(process.env['INIT_CWD'] ?? '.', positionals[0] ?? '../shared/forecast')
  if (!existsSync(join(folder, 'dev.jsonl'))) {
    console.log(`skipped: no labelled documents in ${folder}`)
    return
  }
  const docs = values.docs ? resolve(process.env['INIT_CWD'] ?? '.', values.docs) : join(folder, 'docs')
  const files = readdirSync(folder)
    .filter(name => name.endsWith('.jsonl'))
    .map(name => join(folder, name))
  const { samples, missing } = readCorpus(files, docs)
  console.log(
    `${samples.length} documents, ${missing.length} labelled ones without a text here (--docs DIR for a folder with more)\n`,
  )

  const heldOut = leaveOneRepositoryOut(samples, () => process.stdout.write('.'))
  console.log('\n\nleave one repository out     recall@5  recall@10  MAP')
  for (const [set, rows] of Object.entries(summary(heldOut))) {
    for (const [who, [recall5 = 0, recall10 = 0, map = 0]] of Object.entries(rows)) {
      console.log(
        `  ${set.padEnd(10)} ${who.padEnd(14)} ${[recall5, recall10, map].map(value => value.toFixed(3)).join('      ')}`,
      )
    }
  }
  printSpans(heldOut)
  printFindings(samples)

  const { words, blocks, full, changed, changedCpu } = measureSpeed(
    samples.map(({ source }) => source),
    11_500,
  )
  console.log(
    `\n${words} words in ${blocks} blocks: full p50 ${full.p50} ms, p99 ${full.p99} ms; one changed paragraph p50 ${changed.p50} ms, p99 ${changed.p99} ms (${changedCpu} ms of processor each)`,
  )
  const { minified, gzipped } = await workerSize()
  console.log(`worker: ${kilobytes(minified)} KB minified, ${kilobytes(gzipped)} KB gzip`)
}

function printSpans(heldOut: readonly HeldOut[]): void {
  const rates = heldOut.map(spanRates)
  const sum = (pick: 'quoted' | 'hits' | 'missing' | 'missingHits') =>
    rates.reduce((total, rate) => total + rate[pick], 0)
  const share = (part: number, whole: number) => `${(part / Math.max(1, whole)).toFixed(3)} of ${whole}`
  console.log(
    `\nspan hit-rate, strict: questions with a quote ${share(sum('hits'), sum('quoted'))}; about something missing ${share(sum('missingHits'), sum('missing'))}`,
  )
}

function printFindings(samples: readonly Sample[]): void {
  const all = samples.map(({ facts }) => forecastOf(facts, {}))
  const words = all.reduce((sum, forecast) => sum + forecast.words, 0)
  const shown = all.flatMap(({ findings }) => findings.filter(finding => finding.shown))
  const perThousand = (count: number) => ((1000 * count) / words).toFixed(2)
  const checks = shown.filter(({ layer }) => layer === 'check').length
  console.log(
    `\nfindings shown per 1,000 words: ${perThousand(shown.length)} (checks ${perThousand(checks)}, forecast ${perThousand(shown.length - checks)})`,
  )
}

function kilobytes(bytes: number): string {
  return (bytes / 1024).toFixed(1)
}

await main()
