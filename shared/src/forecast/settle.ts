import type { Finding } from './types.ts'

/** What became of a finding, and who said so. Times are ISO 8601; ids are those of the workspace's people. */
export type Settlement = {
  finding: { id: string; looseId: string; rule: string }
  by: string
  at: string
} & (
  | { state: 'answered'; passage: string; answerId: string }
  | { state: 'open question'; owner: string; due: string | null }
  | { state: 'dismissed'; reason: DismissReason; scope: DismissScope; term?: string }
)

export const dismissReasons = ['known term', 'not relevant', 'wrong', 'accepted risk'] as const
export type DismissReason = (typeof dismissReasons)[number]

export const dismissScopes = ['this', 'document', 'workspace'] as const
export type DismissScope = (typeof dismissScopes)[number]

export type SettledState = 'open' | Settlement['state']

export type SettledFinding = { finding: Finding; state: SettledState; settlement: Settlement | null }

export type Settled = {
  findings: readonly SettledFinding[]
  /** Settlements whose finding is no longer in the text. They are kept: the passage may come back. */
  gone: readonly Settlement[]
}

/**
 * Lays settlements over the findings of the present text. An exact fingerprint wins; a looser one is tried for findings
 * and settlements that are left, so that an edit of the sentence does not reopen what was settled. An answer that is no
 * longer in the document (`answers` holds the ids of those that are) reopens its finding.
 */
export function settle(
  findings: readonly Finding[],
  settlements: readonly Settlement[],
  answers: ReadonlySet<string>,
): Settled {
  const free = new Set(settlements)
  const taken = new Map<Finding, Settlement>()
  const match = (key: 'id' | 'looseId') => {
    const waiting = Map.groupBy(
      findings.filter(finding => !taken.has(finding)),
      finding => `${finding.rule} ${finding[key]}`,
    )
    for (const settlement of free) {
      const finding = waiting.get(`${settlement.finding.rule} ${settlement.finding[key]}`)?.shift()
      if (!finding) continue
      taken.set(finding, settlement)
      free.delete(settlement)
    }
  }
  match('id')
  match('looseId')
  const broad = settlements.filter(
    settlement => settlement.state === 'dismissed' && settlement.scope !== 'this',
  )
  return {
    findings: findings.map(finding => {
      const settlement = taken.get(finding) ?? broad.find(wide => coversRule(wide, finding)) ?? null
      const holds = settlement && !(settlement.state === 'answered' && !answers.has(settlement.answerId))
      return { finding, state: holds ? settlement.state : 'open', settlement }
    }),
    gone: [...free],
  }
}

/** A dismissal for the document or the workspace covers its term, or without a term every finding of its rule. */
function coversRule(settlement: Settlement, finding: Finding): boolean {
  if (settlement.state !== 'dismissed' || settlement.finding.rule !== finding.rule) return false
  return settlement.term === undefined || settlement.term === finding.quote
}

/** Rules that a workspace has called wrong too often: more than 30 % of at least 20 settlements. */
export function demotedRules(settlements: readonly Settlement[]): string[] {
  const counts = new Map<string, { all: number; wrong: number }>()
  for (const settlement of settlements) {
    const count = counts.get(settlement.finding.rule) ?? { all: 0, wrong: 0 }
    count.all += 1
    if (settlement.state === 'dismissed' && settlement.reason === 'wrong') count.wrong += 1
    counts.set(settlement.finding.rule, count)
  }
  return [...counts].filter(([, { all, wrong }]) => all >= 20 && wrong > 0.3 * all).map(([rule]) => rule)
}
