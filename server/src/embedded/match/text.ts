import { stemmer } from 'stemmer'
import { CommandError } from '../errors.ts'
import { eachLeaf, splitPath } from '../paths.ts'
import { type Doc, isDoc, isNumeric, isTruthy, textOf, toDouble } from '../values.ts'

/**
 * Text search by the stems of English words, without stop words: a document matches when one of the words and all of
 * the quoted phrases are in its indexed fields and none of the words with a minus are.
 */
export interface TextQuery {
  readonly words: readonly string[]
  readonly phrases: readonly string[]
  readonly excluded: readonly string[]
  readonly caseSensitive: boolean
}

/** Reads `{ $search, $caseSensitive }`. Throws TypeMismatch when there is nothing to search for. */
export function textQuery(argument: unknown): TextQuery {
  const search = isDoc(argument) ? textOf(argument['$search']) : undefined
  if (!isDoc(argument) || search === undefined)
    throw new CommandError('TypeMismatch', '"$search" had the wrong type. Expected String')
  const caseSensitive = isTruthy(argument['$caseSensitive'])
  const fold = (text: string) => folded(text, caseSensitive)
  const phrases = [...search.matchAll(/"([^"]+)"/g)].map(([, phrase = '']) => fold(phrase))
  const parts = search.replaceAll('"', ' ').split(/\s+/)
  const isExcluded = (part: string) => part.length > 1 && part.startsWith('-')
  return {
    words: parts.filter(part => !isExcluded(part)).flatMap(part => wordsOf(part, caseSensitive)),
    excluded: parts.filter(isExcluded).flatMap(part => wordsOf(part, caseSensitive)),
    phrases,
    caseSensitive,
  }
}

/** The indexed fields of a text index and their weights; `$**` stands for all texts. */
export type Weights = Readonly<Record<string, unknown>>

/** The words of a document's indexed fields, each once: the entries of its text index. */
export const indexedWords = (doc: Doc, weights: Weights): string[] => [
  ...new Set(textsOf(doc, weights).flatMap(({ text }) => wordsOf(text, false))),
]

/** How well a document fits, undefined when it does not: more and heavier fitting words count for more. */
export function textScore(doc: Doc, query: TextQuery, weights: Weights): number | undefined {
  let score = 0
  const phrases = new Set(query.phrases)
  for (const { text, weight } of textsOf(doc, weights)) {
    const words = wordsOf(text, query.caseSensitive)
    if (words.some(word => query.excluded.includes(word))) return undefined
    const hits = words.filter(word => query.words.includes(word)).length
    if (hits > 0) score += weight * (0.5 + hits / (2 * words.length)) * (1 + Math.log(hits))
    const whole = folded(text, query.caseSensitive)
    for (const phrase of phrases) if (whole.includes(phrase)) phrases.delete(phrase)
  }
  return score > 0 && phrases.size === 0 ? score : undefined
}

const folded = (text: string, caseSensitive: boolean): string => {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '')
  return caseSensitive ? plain : plain.toLowerCase()
}

const wordsOf = (text: string, caseSensitive: boolean): string[] =>
  (folded(text, caseSensitive).match(/[\p{L}\p{N}_]+/gu) ?? []).map(word =>
    caseSensitive ? word : stemmer(word),
  )

function textsOf(doc: Doc, weights: Weights): { text: string; weight: number }[] {
  const texts: { text: string; weight: number }[] = []
  for (const [path, given] of Object.entries(weights)) {
    const weight = isNumeric(given) ? toDouble(given) : 1
    const note = (value: unknown): boolean => {
      const text = textOf(value)
      if (text !== undefined) texts.push({ text, weight })
      return false
    }
    if (path === '$**') eachText(doc, note)
    else eachLeaf(doc, splitPath(path), note)
  }
  return texts
}

function eachText(value: unknown, note: (value: unknown) => boolean): void {
  if (Array.isArray(value)) for (const item of value) eachText(item, note)
  else if (isDoc(value)) for (const item of Object.values(value)) eachText(item, note)
  else note(value)
}

// The score goes with the decoded document, so that a sort or a projection after the match can ask for it.
const scores = new WeakMap<object, number>()

export const noteScore = (doc: Doc, score: number | undefined): Doc => {
  if (score !== undefined) scores.set(doc, score)
  return doc
}

export const scoreOf = (doc: unknown): number | undefined =>
  typeof doc === 'object' && doc !== null ? scores.get(doc) : undefined
