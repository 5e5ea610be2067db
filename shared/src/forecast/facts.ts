import { type Aboutness, aboutnessOf } from './aboutness.ts'
import { type Candidate, findCandidates } from './matchers/candidates.ts'
import { countSyllables } from './readability.ts'
import { plainHeading, roleOf, type SectionRole } from './sections.ts'
import { isWordUnit, proseOf, type Sentence, splitSentences } from './sentences.ts'
import type { Block } from './types.ts'

/** All that the document needs to know of a block. Computed once per block and kept; nothing here depends on its place. */
export type BlockFacts = {
  block: Block
  /** The text with everything that is not prose replaced, same length. */
  prose: string
  /** Heading text without markup, or ''. */
  heading: string
  /** The heading in the form used for comparing. */
  plain: string
  role: SectionRole
  /** Words of prose; 0 for code, guidance and front matter. */
  words: number
  letters: number
  syllables: number
  sentences: readonly Sentence[]
  candidates: readonly Candidate[]
  about: Aboutness
}

const silent = new Set(['code', 'guidance', 'matter'])

/** Reads one block. Pure: the same block always gives the same facts. */
export function checkBlock(block: Block): BlockFacts {
  const prose = silent.has(block.kind) ? '' : proseOf(block)
  const sentences = splitSentences(prose)
  const isHeading = block.kind === 'heading'
  const heading = isHeading ? plainText(block) : ''
  const facts = {
    block,
    prose,
    heading,
    plain: plainHeading(heading),
    role: isHeading ? roleOf(heading) : 'other',
    words: sentences.reduce((sum, sentence) => sum + sentence.words, 0),
    letters: countLetters(prose),
    syllables: countSyllables(prose),
    sentences,
  }
  return { ...facts, candidates: findCandidates(facts), about: aboutnessOf(prose, sentences) }
}

/** The text as a reader sees it, on one line: markup gone, code kept. */
function plainText(block: Block): string {
  const syntax = block.marks.filter(mark => mark.kind === 'syntax')
  return proseOf({ ...block, marks: syntax })
    .replace(/\s+/g, ' ')
    .trim()
}

function countLetters(text: string): number {
  let letters = 0
  for (let at = 0; at < text.length; at++) if (isWordUnit(text.charCodeAt(at))) letters += 1
  return letters
}
