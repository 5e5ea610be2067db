import type { Candidate, Prose } from './candidates.ts'
import type { Hit, Resolve } from './resolve.ts'

/** Sentences shorter than this are never looked at again; the rule has its own, higher limit. */
const worthKeeping = 40

export function findLongSentences({ block, prose, sentences }: Prose): Candidate[] {
  if (block.kind === 'heading' || block.kind === 'cell') return []
  return sentences
    .filter(({ words }) => words >= worthKeeping)
    .filter(({ from, to }) => isRunning(prose.slice(from, to)))
    .map(({ from, to, words }) => ({ kind: 'longSentence', from, to, key: 0, value: words }))
}

/** Enumerations are long without being hard: many commas for their words, a colon or line breaks. */
function isRunning(sentence: string): boolean {
  const words = sentence.split(/\s+/).length
  const commas = sentence.split(/[,;:|]/).length - 1
  const code = sentence.split(/\bx{2,}\b/).length - 1
  return commas / words < 0.12 && code / words < 0.12
}

export const longSentence: Resolve<'longSentence'> = ({ facts, inProse }, match) =>
  facts.flatMap((fact, block) =>
    fact.candidates
      .filter(({ kind, value }) => kind === 'longSentence' && value >= match.words && inProse(block))
      .map(({ from, to, value }): Hit => ({ block, from, to, values: { words: String(value) } })),
  )
