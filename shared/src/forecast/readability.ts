import type { BlockFacts } from './facts.ts'
import type { Outline } from './outline.ts'
import { isWordUnit } from './sentences.ts'
import type { SectionReadability } from './types.ts'

const vowel = /[aeiouyáéíóúäöüàèìòùâêîôû]/

/** Syllables of English text, by counting vowel groups and dropping a silent final e; at least one per word. */
export function countSyllables(text: string): number {
  let syllables = 0
  let inWord = 0
  let inVowels = false
  let last = ''
  let groups = 0
  const close = () => {
    if (inWord === 0) return
    if (last === 'e' && groups > 1) groups -= 1
    syllables += Math.max(1, groups)
    inWord = 0
    groups = 0
    inVowels = false
  }
  for (let at = 0; at < text.length; at++) {
    if (!isWordUnit(text.charCodeAt(at))) {
      close()
      continue
    }
    const unit = text.charAt(at).toLowerCase()
    const isVowel = vowel.test(unit)
    // A final e after a vowel group of its own is silent; `ee`, `ie` and the like are one group already.
    if (isVowel && !inVowels) groups += 1
    last = isVowel && inVowels ? '' : unit
    inVowels = isVowel
    inWord += 1
  }
  close()
  return syllables
}

type Counts = { words: number; sentences: number; letters: number; syllables: number }

/** Automated Readability Index, a school grade (Smith and Senter 1967). */
export function ari({ words, sentences, letters }: Counts): number {
  return words === 0 ? 0 : round(4.71 * (letters / words) + 0.5 * (words / Math.max(1, sentences)) - 21.43)
}

/** Flesch-Kincaid grade level (Kincaid et al. 1975). */
export function fleschKincaid({ words, sentences, syllables }: Counts): number {
  return words === 0 ? 0 : round(0.39 * (words / Math.max(1, sentences)) + 11.8 * (syllables / words) - 15.59)
}

function round(grade: number): number {
  return Math.round(grade * 10) / 10
}

/** Reading effort of every section that has prose of its own. List items and cells count as one sentence at least. */
export function sectionReadability(facts: readonly BlockFacts[], outline: Outline): SectionReadability[] {
  return outline.sections.flatMap(section => {
    const counts = { words: 0, sentences: 0, letters: 0, syllables: 0 }
    let longest = 0
    for (let block = section.from; block < section.to; block++) {
      const fact = facts[block]
      if (!fact || fact.block.kind === 'heading') continue
      counts.words += fact.words
      counts.letters += fact.letters
      counts.syllables += fact.syllables
      counts.sentences += fact.sentences.length
      for (const sentence of fact.sentences) longest = Math.max(longest, sentence.words)
    }
    if (counts.words === 0) return []
    return [
      {
        path: section.path,
        heading: section.heading,
        block: section.block,
        words: counts.words,
        sentences: counts.sentences,
        longest,
        ari: ari(counts),
        fleschKincaid: fleschKincaid(counts),
      },
    ]
  })
}

/** Share of `all` (any order) below `value`, 0–100; ties count half. 50 when there is nothing to compare with. */
export function percentile(value: number, all: readonly number[]): number {
  if (all.length === 0) return 50
  let below = 0
  for (const other of all) below += other < value ? 1 : other === value ? 0.5 : 0
  return Math.round((100 * below) / all.length)
}
