import type { BlockFacts } from '../facts.ts'
import type { MatchKind } from '../rules/rule.ts'
import { findAcronyms } from './acronym.ts'
import { findLongSentences } from './long-sentence.ts'
import { findPlaceholder } from './section-placeholder.ts'

/**
 * Something found in one block that may become a finding once the whole document is known. Only numbers, so that
 * resolving a document does no string work: `key` is the hash of the term or text meant, `value` belongs to the kind.
 */
export type Candidate = { kind: MatchKind; from: number; to: number; key: number; value: number }

/** What is known of the block when its candidates are looked for. */
export type Prose = Omit<BlockFacts, 'candidates' | 'about'>

export function findCandidates(facts: Prose): Candidate[] {
  if (facts.prose === '') return []
  return [...findAcronyms(facts), ...findLongSentences(facts), ...findPlaceholder(facts)]
}
