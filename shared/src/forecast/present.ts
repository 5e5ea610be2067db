import type { createFingerprints } from './fingerprint.ts'
import type { DocumentFacts, Hit } from './matchers/resolve.ts'
import { fill, quoteOf } from './quote.ts'
import type { Rule } from './rules/rule.ts'
import { sectionAsks } from './section-asks.ts'
import type { Finding } from './types.ts'

/** Puts what a check found into words: the question about this very passage, who asks, where, and why. */
export function present(
  rule: Rule,
  hit: Hit,
  document: DocumentFacts,
  mark: ReturnType<typeof createFingerprints>,
): Finding {
  const { facts, outline } = document
  const section = hit.block < 0 ? undefined : outline.sections[outline.sectionOf[hit.block] ?? 0]
  const asked = section && rule.question === '{ask}' ? sectionAsks[section.role] : undefined
  const fact = facts[hit.block]
  const quote = hit.absent || !fact ? '' : quoteOf(fact.block, hit.from, hit.to)
  const values: Record<string, string> = { section: section?.heading ?? '', quote, ...hit.values }
  const sentence = fact?.sentences.find(({ from, to }) => from <= hit.from && hit.from < to)
  return {
    ...mark({
      rule: rule.id,
      section: section?.heading ?? '',
      matched: hit.values['term'] ?? hit.values['heading'] ?? quote,
      sentence: sentence && fact ? fact.prose.slice(sentence.from, sentence.to) : '',
    }),
    layer: 'check',
    rule: rule.id,
    category: asked?.category ?? rule.category,
    question: fill(hit.question ?? asked?.ask ?? rule.question, values),
    personas: rule.personas,
    path: section?.path ?? [],
    section: section?.heading ?? '',
    quote,
    span: hit.block >= 0 ? { block: hit.block, from: hit.from, to: hit.to } : null,
    reason: fill(rule.reason, values),
    influences: [],
    score: rule.severity,
    shown: false,
  }
}
