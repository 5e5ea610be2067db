import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readCorpus } from './corpus.ts'
import { fit } from './fitting.ts'
import { leaveOneRepositoryOut, summary } from './hold-out.ts'

const target = new URL('../../../shared/src/forecast/weights.data.json', import.meta.url)

/** npm run forecast:fit -- LABELS.jsonl… --docs DIR [--date YYYY-MM-DD] [--quick]: fits the weights, writes them with their measure. */
function main(): void {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { docs: { type: 'string' }, date: { type: 'string' }, quick: { type: 'boolean' } },
  })
  if (positionals.length === 0 || !values.docs) {
    console.error('usage: npm run forecast:fit -- LABELS.jsonl… --docs DIR [--date YYYY-MM-DD]')
    process.exit(2)
  }
  const at = (path: string) => resolve(process.env['INIT_CWD'] ?? '.', path)
  const { samples, labels, missing } = readCorpus(positionals.map(at), at(values.docs))
  console.log(`${samples.length} documents${missing.length ? `; no text for ${missing.join(', ')}` : ''}`)
  const measured = values.quick
    ? {}
    : summary(leaveOneRepositoryOut(samples, () => process.stdout.write('.')))
  console.log('\nleave one repository out: recall@5, recall@10, MAP')
  for (const [set, { model, prior, random }] of Object.entries(measured)) {
    console.log(
      `${set.padEnd(8)} model ${model.join(' ')}   prior ${prior.join(' ')}   random ${random.join(' ')}`,
    )
  }
  const date = values.date ?? new Date().toISOString().slice(0, 10)
  const model = { fitted: date, labels, measured, ...fit(samples) }
  writeFileSync(target, `${readable(model)}\n`)
}

/** JSON with one line per list or table of numbers, so that a change of the fit can be read as a diff. */
function readable(value: unknown, depth = 0): string {
  const flat = JSON.stringify(value)
  if (typeof value !== 'object' || value === null || flat.length < 120) return flat
  const indent = '  '.repeat(depth + 1)
  const rows = Array.isArray(value)
    ? value.every(item => typeof item === 'number')
      ? null
      : value.map(item => readable(item, depth + 1))
    : Object.entries(value).map(
        ([key, item]) =>
          `${JSON.stringify(key)}: ${depth > 0 && isTable(item) ? JSON.stringify(item) : readable(item, depth + 1)}`,
      )
  if (!rows) return flat
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  return `${open}\n${indent}${rows.join(`,\n${indent}`)}\n${'  '.repeat(depth)}${close}`
}

function isTable(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every(item => typeof item === 'number')
  )
}

main()
