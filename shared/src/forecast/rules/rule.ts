import type { Category } from '../categories.ts'
import type { Persona } from '../personas.ts'
import type { ForecastOptions } from '../types.ts'

/** How a rule finds its passages. Each kind is one coded matcher; everything else about a rule is data. */
export type Match =
  | { kind: 'sectionMissing' }
  | { kind: 'sectionEmpty' }
  | { kind: 'sectionPlaceholder' }
  | { kind: 'guidanceLeft' }
  | { kind: 'acronym' }
  | { kind: 'longSentence'; words: number }

export type MatchKind = Match['kind']

/**
 * A Markdown document in which `[[…]]` marks each passage the rule finds; without marks it finds nothing. `missing` says
 * that it finds an absence, which has no passage.
 */
export type Example = { text: string; missing?: boolean; options?: ForecastOptions }

/** One check: what it finds, what a reader would ask there, and why. Its examples are its tests and its manual. */
export type Rule = {
  id: string
  title: string
  category: Category
  personas: readonly [Persona, ...Persona[]]
  /** The question, with `{quote}`, `{section}` and what the matcher adds filled in. */
  question: string
  /** One sentence for the finding, same fields. */
  reason: string
  /** A paragraph for the manual. */
  why: string
  /** How much an unanswered finding hurts, 0–1. */
  severity: number
  /** Findings of real drafts judged useful to the author, by hand. */
  precision: { useful: number; judged: number } | null
  byDefault: boolean
  match: Match
  examples: readonly [Example, ...Example[]]
}
