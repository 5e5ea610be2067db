import { hash, hex } from './hash.ts'
import type { DocumentFacts, Hit } from './matchers/resolve.ts'
import type { Rule } from './rules/rule.ts'
import { sectionAsks } from './section-asks.ts'
import type { Finding } from './types.ts'

/** The longest passage quoted whole; longer ones are cut at a word. */
const longestQuote = 240

/** Puts a hit into words: the question about this very passage, who asks, where, and why. */
export function present(rule: Rule, hit: Hit, { facts, outline }: DocumentFacts, ordinal: number): Finding {
  const section = outline.sections[outline.sectionOf[hit.block] ?? 0]
  const asked = section && rule.question === '{ask}' ? sectionAsks[section.role] : undefined
  const block = facts[hit.block]?.block
  const quote = hit.absent || !block ? '' : oneLine(block.text.slice(hit.from, hit.to))
  const values: Record<string, string> = {
    section: section?.heading ?? '',
    quote: shorten(quote),
    ...hit.values,
  }
  const heading = section && hit.block >= 0 ? section.heading : ''
  const place = `${rule.id}|${section?.plain ?? ''}|`
  const matched = hit.values['term'] ?? hit.values['heading'] ?? quote
  return {
    id: hex(hash(`${place}${matched}|${sentenceAround(facts[hit.block]?.prose ?? '', hit.from)}|${ordinal}`)),
    looseId: hex(hash(`${place}${looseText(matched)}|${ordinal}`)),
    layer: 'check',
    rule: rule.id,
    category: asked?.category ?? rule.category,
    question: fill(hit.question ?? asked?.ask ?? rule.question, values),
    personas: rule.personas,
    path: hit.block >= 0 ? (section?.path ?? []) : [],
    section: heading,
    quote: shorten(quote),
    span: hit.block >= 0 ? { block: hit.block, from: hit.from, to: hit.to } : null,
    reason: fill(rule.reason, values),
    influences: [],
    score: rule.severity,
    shown: false,
  }
}

function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function shorten(quote: string): string {
  if (quote.length <= longestQuote) return quote
  return quote.slice(
    0,
    quote.lastIndexOf(' ', longestQuote) > 0 ? quote.lastIndexOf(' ', longestQuote) : longestQuote,
  )
}

function sentenceAround(prose: string, at: number): string {
  return oneLine(prose.slice(Math.max(0, at - 60), at + 120))
}

function looseText(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .slice(0, 6)
    .join(' ')
}
