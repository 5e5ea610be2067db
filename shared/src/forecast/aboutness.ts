import { categoryIds } from './categories.ts'
import { kindIds } from './kinds.ts'
import { vocabulary } from './model.ts'
import type { Sentence } from './sentences.ts'
import { allCues, lookUp, wordsOf } from './words.ts'

/** A cue found in a block: number of the cue, offsets of what matched, number of the sentence. */
export type CueHit = { cue: number; from: number; to: number; sentence: number }

/** What a block talks about, in numbers. */
export type Aboutness = {
  /** How many words of the lexicon of each category, and of the words of each kind of document, it holds. */
  lexical: readonly number[]
  kinds: readonly number[]
  cueHits: readonly CueHit[]
  /** Words the model has weights for: their numbers, repeated as often as they occur. */
  weighed: readonly number[]
  /** How often it says must or should, how often we, and how many of its sentences ask. */
  modals: number
  we: number
  questions: number
}

const modals = new Set(['must', 'shall', 'should', 'may'])

/** What the sentences of a block talk about, in the terms of the categories. */
export function aboutnessOf(prose: string, sentences: readonly Sentence[]): Aboutness {
  const lexical = new Array<number>(categoryIds.length).fill(0)
  const ofKinds = new Array<number>(kindIds.length).fill(0)
  const weighed: number[] = []
  const cueHits: CueHit[] = []
  const worthTrying = new Set<number>()
  const count = { modals: 0, we: 0, questions: 0 }
  for (const [at, { from, to }] of sentences.entries()) {
    const sentence = prose.slice(from, to)
    if (sentence.endsWith('?')) count.questions += 1
    worthTrying.clear()
    for (const word of wordsOf(sentence)) {
      const entry = lookUp(word)
      for (const category of entry.categories) lexical[category] = (lexical[category] ?? 0) + 1
      for (const kind of entry.kinds) ofKinds[kind] = (ofKinds[kind] ?? 0) + 1
      for (const cue of entry.cues) worthTrying.add(cue)
      const known = vocabulary.get(entry.stem)
      if (known !== undefined) weighed.push(known)
      if (word === 'we') count.we += 1
      else if (modals.has(word)) count.modals += 1
    }
    for (const number of worthTrying) {
      const cue = allCues[number]
      const match = cue?.pattern.exec(sentence)
      if (!match || (cue?.also && !cue.also.test(sentence)) || cue?.unless?.test(sentence)) continue
      cueHits.push({
        cue: number,
        from: from + match.index,
        to: from + match.index + match[0].length,
        sentence: at,
      })
    }
  }
  return { lexical, kinds: ofKinds, cueHits, weighed, ...count }
}
