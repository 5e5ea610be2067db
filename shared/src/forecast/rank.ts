import type { Finding, ForecastOptions } from './types.ts'

/** Findings asked for per thousand words of text, at most. */
const perThousandWords = 3
/** Findings shown first; the rest are behind "more". */
const shownFirst = 8
/** Of one rule no more than this many are shown; the author has seen the point. */
const perRule = 2
/** Forecasts less sure than this are never shown first. */
const sureEnough = 0.55
/** Checks from this score on are holes in the document itself: missing, empty, unfinished. The budget does not hide them. */
const hole = 0.5

/** Whoever the audience is: everybody sees a hole. */
const isHole = ({ layer, score }: Finding) => layer === 'check' && score >= hole

/**
 * Orders findings by how likely they are asked, by this audience, and marks those within the budget as shown: no two about
 * the same block, and not the same rule over and over. Equal scores keep the order in which they came.
 */
export function rank(findings: readonly Finding[], words: number, options: ForecastOptions): Finding[] {
  const audience = new Set(options.audience)
  const weigh = ({ score, personas }: Finding) =>
    audience.size === 0 || personas.some(persona => audience.has(persona)) ? score : score / 2
  const ordered = findings
    .map((finding, at) => ({ finding: { ...finding, score: weigh(finding) }, isHole: isHole(finding), at }))
    .sort((a, b) => b.finding.score - a.finding.score || a.at - b.at)
  if (options.all) return ordered.map(({ finding }) => ({ ...finding, shown: true }))

  let left = Math.min(shownFirst, Math.max(1, Math.floor((perThousandWords * words) / 1000)))
  let holes = 0
  const blocks = new Set<number>()
  const ofRule = new Map<string, number>()
  return ordered.map(({ finding, isHole }) => {
    const { layer, span, rule, score } = finding
    const count = ofRule.get(rule) ?? 0
    if (isHole && holes < shownFirst) {
      holes += 1
      if (span) blocks.add(span.block)
      return { ...finding, shown: true }
    }
    if (
      left === 0 ||
      (layer === 'forecast' && score < sureEnough) ||
      count >= perRule ||
      (span && blocks.has(span.block))
    )
      return finding
    left -= 1
    ofRule.set(rule, count + 1)
    if (span) blocks.add(span.block)
    return { ...finding, shown: true }
  })
}
