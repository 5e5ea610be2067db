import { acronymUnexpanded } from './acronym-unexpanded.ts'
import { guidanceLeft } from './guidance-left.ts'
import { longSentence } from './long-sentence.ts'
import type { Rule } from './rule.ts'
import { sectionEmpty } from './section-empty.ts'
import { sectionMissing } from './section-missing.ts'
import { sectionPlaceholder } from './section-placeholder.ts'

/** Every check. A new one is one file beside this and one line here. */
export const rules: readonly Rule[] = [
  sectionMissing,
  sectionEmpty,
  sectionPlaceholder,
  guidanceLeft,
  acronymUnexpanded,
  longSentence,
]
