import type { SectionRole } from '../sections.ts'

/**
 * A turn of phrase that makes readers ask. `words` are looked up first (`*` ends a stem), and only sentences that hold
 * one of them are matched, so that a hundred cues cost little more than one.
 */
export type Cue = {
  id: string
  words: string
  pattern: RegExp
  /** What the sentence must hold as well, and what it must not. */
  also?: RegExp
  unless?: RegExp
  /** `{0}` is what matched, `{1}`… its groups, as the author wrote them. */
  question: string
  reason: string
  /** How surely a reader asks here, 1 (might) to 3 (will). */
  strength: 1 | 2 | 3
  /** Sections in which the cue is heard at all; everywhere when absent. */
  only?: readonly SectionRole[]
  /** A sentence in which `[[…]]` marks the match. */
  example: string
}
