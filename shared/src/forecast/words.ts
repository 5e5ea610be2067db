import { categoryIds } from './categories.ts'
import { cues } from './cues/all.ts'
import { kindIds, kinds } from './kinds.ts'
import { lexicon } from './lexicon.ts'

/** What a word sets off: categories whose lexicon holds it, kinds of document it speaks for, cues worth trying. */
export type WordEntry = {
  stem: string
  categories: readonly number[]
  kinds: readonly number[]
  cues: readonly number[]
}

/** All cues in the order of their categories; everywhere else a cue is its number in this list. */
export const allCues = categoryIds.flatMap((category, index) =>
  cues[category].map(cue => ({ ...cue, category, index })),
)

type Entries = Map<string, { categories: number[]; kinds: number[]; cues: number[] }>
const exact: Entries = new Map()
const stems: Entries = new Map()

function register(words: string, into: 'categories' | 'kinds' | 'cues', number: number): void {
  for (const word of new Set(words.split(' '))) {
    const table = word.endsWith('*') ? stems : exact
    const key = word.endsWith('*') ? word.slice(0, -1) : word
    const entry = table.get(key) ?? { categories: [], kinds: [], cues: [] }
    table.set(key, entry)
    entry[into].push(number)
  }
}

for (const [index, category] of categoryIds.entries()) register(lexicon[category], 'categories', index)
for (const [index, kind] of kindIds.entries()) register(kinds[kind], 'kinds', index)
for (const [index, cue] of allCues.entries()) register(cue.words, 'cues', index)

const memo = new Map<string, WordEntry>()
/** The memory of looked-up words is dropped when it has grown beyond any real vocabulary. */
const memoLimit = 50_000

/** What a lower-case word sets off; hyphenated words also count as their parts. */
export function lookUp(word: string): WordEntry {
  const known = memo.get(word)
  if (known) return known
  if (memo.size >= memoLimit) memo.clear()
  const categories = new Set<number>()
  const ofKinds = new Set<number>()
  const found = new Set<number>()
  for (const part of word.includes('-') ? [word, ...word.split('-')] : [word]) {
    const entries = [exact.get(part)]
    for (let length = 2; length <= part.length && length < 24; length++)
      entries.push(stems.get(part.slice(0, length)))
    for (const entry of entries) {
      if (!entry) continue
      for (const category of entry.categories) categories.add(category)
      for (const kind of entry.kinds) ofKinds.add(kind)
      for (const cue of entry.cues) found.add(cue)
    }
  }
  const plain = word.length > 2 && !/^x+$|[^a-z]/.test(word) ? stem(word) : ''
  const entry = { stem: plain, categories: [...categories], kinds: [...ofKinds], cues: [...found] }
  memo.set(word, entry)
  return entry
}

const wordPattern = /[a-z0-9]+(?:[-'’][a-z0-9]+)*|["“/%?]/g

/** Lower-case words of a text, and the signs that cues listen for. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(wordPattern) ?? []
}

const endings = ['ations', 'ation', 'ings', 'ing', 'ies', 'ied', 'ers', 'er', 'ed', 'es', 's', 'ly']

/** A word without its common endings: `migrating` and `migration` meet in `migrat`. */
export function stem(word: string): string {
  for (const ending of endings) {
    if (word.endsWith(ending) && word.length - ending.length >= 4) return word.slice(0, -ending.length)
  }
  return word
}
