import type { BlockFacts } from '../facts.ts'
import type { Outline } from '../outline.ts'
import type { Match, MatchKind } from '../rules/rule.ts'
import type { ForecastOptions } from '../types.ts'
import { acronym } from './acronym.ts'
import { guidanceLeft } from './guidance-left.ts'
import { longSentence } from './long-sentence.ts'
import { sectionEmpty } from './section-empty.ts'
import { sectionMissing } from './section-missing.ts'
import { sectionPlaceholder } from './section-placeholder.ts'

/** The whole document as matchers see it. */
export type DocumentFacts = {
  facts: readonly BlockFacts[]
  outline: Outline
  options: ForecastOptions
  /** Hashes of the glossary's terms, and of the template's guidance texts in plain form. */
  knownTerms: ReadonlySet<number>
  guidance: ReadonlySet<number>
  /** Whether the block is prose that proposes something: not a quote, nor a section that reports or refers. */
  inProse: (block: number) => boolean
}

/** Where a rule applies. Block -1 is the document as a whole; `absent` means that the place lacks something. */
export type Hit = {
  block: number
  from: number
  to: number
  absent?: boolean
  values: Readonly<Record<string, string>>
  /** Overrides the rule's question. */
  question?: string | undefined
}

export type Resolve<K extends MatchKind> = (
  document: DocumentFacts,
  match: Extract<Match, { kind: K }>,
) => readonly Hit[]

const matchers: { [K in MatchKind]: Resolve<K> } = {
  sectionMissing,
  sectionEmpty,
  sectionPlaceholder,
  guidanceLeft,
  acronym,
  longSentence,
}

/** Everything in the document to which the rule applies. */
export function resolve<K extends MatchKind>(
  document: DocumentFacts,
  match: Extract<Match, { kind: K }>,
): readonly Hit[] {
  const matcher: Resolve<K> = matchers[match.kind]
  return matcher(document, match)
}
