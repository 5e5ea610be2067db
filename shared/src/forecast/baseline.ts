import { z } from 'zod'
import type { LocatedFinding } from './forecast.ts'

const entry = z.object({ rule: z.string(), id: z.string(), looseId: z.string(), since: z.iso.date() })

/** Findings that were there when checking began, per file; they are not reported until they are old. */
export const baselineSchema = z.object({ version: z.literal(1), files: z.record(z.string(), z.array(entry)) })

export type Baseline = z.infer<typeof baselineSchema>
export type BaselineEntry = z.infer<typeof entry>

/** Days after which an entry is reported again: a baseline is a plan to pay, not a place to forget. */
export const baselineDays = 180

/** Splits the findings of a file into those to report and those the baseline still covers on `today` (YYYY-MM-DD). */
export function againstBaseline(
  findings: readonly LocatedFinding[],
  entries: readonly BaselineEntry[],
  today: string,
): { fresh: LocatedFinding[]; covered: BaselineEntry[] } {
  const young = entries.filter(({ since }) => daysBetween(since, today) <= baselineDays)
  const left = new Set(young)
  const covered: BaselineEntry[] = []
  const fresh = findings.filter(finding => {
    const match =
      [...left].find(({ rule, id }) => rule === finding.rule && id === finding.id) ??
      [...left].find(({ rule, looseId }) => rule === finding.rule && looseId === finding.looseId)
    if (!match) return true
    left.delete(match)
    covered.push(match)
    return false
  })
  return { fresh, covered }
}

/**
 * The next baseline: entries still found keep their date, entries that are gone leave. New findings enter only when `grow`
 * says so, so that a baseline never grows by being refreshed.
 */
export function nextBaseline(
  findings: readonly LocatedFinding[],
  entries: readonly BaselineEntry[],
  today: string,
  grow: boolean,
): BaselineEntry[] {
  const { fresh, covered } = againstBaseline(findings, entries, today)
  const added = grow ? fresh.map(({ rule, id, looseId }) => ({ rule, id, looseId, since: today })) : []
  return [...covered, ...added]
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
