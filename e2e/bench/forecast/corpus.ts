import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readMarkdown } from '@colloquy/shared/forecast/blocks/markdown'
import { type Category, categoryIds } from '@colloquy/shared/forecast/categories'
import { type BlockFacts, checkBlock } from '@colloquy/shared/forecast/facts'
import { type Features, featuresOf } from '@colloquy/shared/forecast/features'
import { type Outline, outlineOf } from '@colloquy/shared/forecast/outline'
import { lookUp, wordsOf } from '@colloquy/shared/forecast/words'
import { z } from 'zod'

const labelled = z.object({
  id: z.string(),
  repo: z.string(),
  questions: z.array(
    z.object({
      // reason: z.enum wants a non-empty tuple
      category: z.enum(categoryIds as [Category, ...Category[]]),
      section: z.string(),
      quote: z.string(),
    }),
  ),
})

export type Labelled = z.infer<typeof labelled> & { set: string }

/** A labelled document as the engine sees it. */
export type Sample = Labelled & {
  source: string
  facts: readonly BlockFacts[]
  starts: readonly number[]
  outline: Outline
  features: Features
  stems: ReadonlyMap<string, number>
  asked: ReadonlySet<number>
}

export type LabelFile = { file: string; documents: number; questions: number; sha256: string }

/** Reads label files and the texts they speak of; documents without a text are left out and named. */
export function readCorpus(
  files: readonly string[],
  docs: string,
): { samples: Sample[]; labels: LabelFile[]; missing: string[] } {
  const samples: Sample[] = []
  const labels: LabelFile[] = []
  const missing: string[] = []
  for (const file of files) {
    const bytes = readFileSync(file)
    const rows = bytes
      .toString('utf8')
      .split('\n')
      .filter(Boolean)
      .map(line => labelled.parse(JSON.parse(line)))
    const set = basename(file, '.jsonl')
    const questions = rows.reduce((sum, row) => sum + row.questions.length, 0)
    labels.push({
      file: basename(file),
      documents: rows.length,
      questions,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })
    for (const row of rows) {
      const path = join(docs, `${row.id}.md`)
      if (existsSync(path)) samples.push(read({ ...row, set }, readFileSync(path, 'utf8')))
      else missing.push(row.id)
    }
  }
  return { samples, labels, missing }
}

function read(row: Labelled, source: string): Sample {
  const { blocks, starts } = readMarkdown(source)
  const facts = blocks.map(checkBlock)
  const outline = outlineOf(facts)
  const asked = new Set(row.questions.map(({ category }) => categoryIds.indexOf(category)))
  return {
    ...row,
    source,
    facts,
    starts,
    outline,
    features: featuresOf(facts, outline),
    stems: countStems(facts),
    asked,
  }
}

function countStems(facts: readonly BlockFacts[]): Map<string, number> {
  const stems = new Map<string, number>()
  for (const { prose, sentences } of facts) {
    for (const { from, to } of sentences) {
      for (const word of wordsOf(prose.slice(from, to))) {
        const { stem } = lookUp(word)
        if (stem) stems.set(stem, (stems.get(stem) ?? 0) + 1)
      }
    }
  }
  return stems
}
