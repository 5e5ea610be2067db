import type { Finding, ForecastOptions } from './types.ts'

/** Findings asked for per thousand words of text, at most. */
const perThousandWords = 3
/** Findings shown first; the rest are behind "more". */
const shownFirst = 8

/**
 * Orders findings by how likely they are asked, by this audience, and marks those within the budget as shown. Equal
 * scores keep the order of the text.
 */
export function rank(findings: readonly Finding[], words: number, options: ForecastOptions): Finding[] {
  const audience = new Set(options.audience)
  const weigh = ({ score, personas }: Finding) =>
    audience.size === 0 || personas.some(persona => audience.has(persona)) ? score : score / 2
  const ordered = findings
    .map((finding, at) => ({ finding: { ...finding, score: weigh(finding) }, at }))
    .sort((a, b) => b.finding.score - a.finding.score || a.at - b.at)
    .map(({ finding }) => finding)
  const budget = options.all
    ? ordered.length
    : Math.min(shownFirst, Math.max(1, Math.floor((perThousandWords * words) / 1000)))
  return ordered.map((finding, at) => ({ ...finding, shown: at < budget }))
}
