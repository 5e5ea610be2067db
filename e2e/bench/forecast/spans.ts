import { categoryIds } from '@colloquy/shared/forecast/categories'
import { forecastOf } from '@colloquy/shared/forecast/engine'
import type { Finding } from '@colloquy/shared/forecast/types'
import type { HeldOut } from './hold-out.ts'
import { plain } from './quotes.ts'

export type SpanRates = { quoted: number; hits: number; missing: number; missingHits: number }

/**
 * How often a question asked in review is forecast at its own passage: questions whose category is among the first ten,
 * against all predictions of that category. A hit is a quote that shares half the words of the shorter one, or begins in the
 * same paragraph; a question about something missing is hit by a prediction without a passage.
 */
export function spanRates({ sample, model, ranking }: HeldOut): SpanRates {
  const { findings } = forecastOf(sample.facts, { all: true }, model, stem => sample.stems.get(stem) ?? 0)
  const firstTen = new Set(ranking.slice(0, 10))
  const paragraphs = paragraphsOf(sample.source)
  const rates = { quoted: 0, hits: 0, missing: 0, missingHits: 0 }
  for (const { category, quote } of sample.questions) {
    if (!firstTen.has(categoryIds.indexOf(category))) continue
    const same = findings.filter(finding => finding.category === category)
    if (quote === '(missing)') {
      rates.missing += 1
      rates.missingHits += same.some(finding => finding.quote === '') ? 1 : 0
    } else {
      rates.quoted += 1
      rates.hits += same.some(finding => isHit(finding, quote, sample.starts, paragraphs)) ? 1 : 0
    }
  }
  return rates
}

function isHit(
  { quote, span }: Finding,
  wanted: string,
  starts: readonly number[],
  paragraphs: Paragraphs,
): boolean {
  if (quote === '' || !span) return false
  if (overlaps(plain(quote), plain(wanted))) return true
  const asked = paragraphs.of(plain(wanted))
  return asked >= 0 && asked === paragraphs.at((starts[span.block] ?? 0) + span.from)
}

function overlaps(a: string, b: string): boolean {
  if (a.includes(b) || b.includes(a)) return true
  const wordsA = new Set(a.split(/\W+/).filter(Boolean))
  const wordsB = new Set(b.split(/\W+/).filter(Boolean))
  const shorter = Math.min(wordsA.size, wordsB.size)
  const shared = [...wordsA].filter(word => wordsB.has(word)).length
  return shorter >= 3 && shared / shorter >= 0.5
}

type Paragraphs = { of: (plainQuote: string) => number; at: (offset: number) => number }

/** Paragraphs are what blank lines part. */
function paragraphsOf(source: string): Paragraphs {
  const parts = [...source.matchAll(/(?:[^\n]*\S[^\n]*(?:\n|$))+/g)].map(match => ({
    start: match.index,
    text: plain(match[0]),
  }))
  return {
    of: quote => parts.findIndex(({ text }) => text.includes(quote)),
    at: offset => parts.findLastIndex(({ start }) => start <= offset),
  }
}
