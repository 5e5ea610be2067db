import type { CueHit } from './aboutness.ts'
import type { Category } from './categories.ts'
import type { BlockFacts } from './facts.ts'
import type { DocumentFacts } from './matchers/resolve.ts'
import { beside, reported, type SectionRole } from './sections.ts'
import { allCues } from './words.ts'

/** What people ask about the part that tells why; all else there describes the past. */
const askedOfReasons: ReadonlySet<Category> = new Set([
  'motivation',
  'audience-usecase',
  'evidence',
  'prior-art',
  'alternatives',
  'terminology',
  'scope',
  'success-criteria',
  'naming',
])
const reasons: ReadonlySet<SectionRole> = new Set(['motivation', 'background'])
/** The price of a proposal is asked about in the section on it; other questions belong where the thing itself is said. */
const askedOfPrices: ReadonlySet<Category> = new Set([
  'drawbacks-risks',
  'cost-effort',
  'evidence',
  'performance',
  'security',
])
/** Sections about tests, examples and what comes later repeat the proposal; it is questioned where it is made. */
const elsewhere: ReadonlySet<SectionRole> = new Set(['testing', 'examples', 'future'])
/** Sentences that compare, illustrate or recall. */
const aside =
  /^\W*(?:today|currently|at present|as opposed|for (?:example|instance)|e\.g|note\b|similar|unlike|previously|historically|in the past|as mentioned)/i
/** Words before a match that turn it into its opposite. */
const denied = /\b(?:no|not|without|never|nor|any|avoid\w*|prevent\w*)\s+(?:[\w-]+\s+){0,2}$/i
const ownQuestions = new Set(['open-what-if', 'unresolved-here'])

/** Whether the passage proposes something that the cue can question, rather than reports, refers or asks itself. */
export function isProposed(
  { outline }: DocumentFacts,
  fact: BlockFacts,
  block: number,
  { cue, from, sentence }: CueHit,
): boolean {
  const { category, id = '', strength = 1 } = allCues[cue] ?? {}
  const role = outline.sections[outline.sectionOf[block] ?? 0]?.role ?? 'other'
  if (strength < 2 || fact.block.kind === 'heading' || fact.block.kind === 'quote' || beside.has(role))
    return false
  if (reported.has(role) && category !== 'alternatives' && category !== 'prior-art') return false
  if (reasons.has(role) && category && !askedOfReasons.has(category)) return false
  if (role === 'drawbacks' && category && !askedOfPrices.has(category)) return false
  if (elsewhere.has(role))
    return category === 'testing' || category === 'future-work' || category === 'examples'
  const { from: start = from, to: end = from } = fact.sentences[sentence] ?? {}
  if (
    aside.test(fact.prose.slice(start, start + 40)) ||
    denied.test(fact.prose.slice(Math.max(start, from - 30), from))
  )
    return false
  const asks = fact.prose.charAt(end - 1) === '?'
  return !asks || ownQuestions.has(id)
}
