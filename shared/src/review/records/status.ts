import type { EdgeKind } from './edges.ts'
import { readFileName } from './file-name.ts'
import type { RecordState } from './record.ts'

export type Status = {
  state: RecordState | null
  supersededBy: { number: number; file: string }[]
  links: { kind: EdgeKind; number: number; file: string }[]
}

const words: readonly [RegExp, RecordState][] = [
  [/^supers?[ec]+ded\b/i, 'superseded'],
  [/^(accepted|approved|decided)\b/i, 'accepted'],
  [/^(rejected|declined|withdrawn)\b/i, 'rejected'],
  [/^(deprecated|obsolete)\b/i, 'deprecated'],
  [/^(postponed|deferred|on hold)\b/i, 'postponed'],
  [/^(implemented|done)\b/i, 'implemented'],
  [/^(proposed|draft|pending|in review|open)\b/i, 'proposed'],
]

const relations: readonly [RegExp, EdgeKind | 'superseded by' | 'other way'][] = [
  [/^supers?[ec]+ded[ _-]by\b/i, 'superseded by'],
  [/^supers?[ec]+des\b/i, 'supersedes'],
  [/^amended by\b/i, 'other way'],
  [/^(amends|clarifies|refines)\b/i, 'amends'],
  [/^(relates to|related to|see also|depends on|required by|relates)\b/i, 'relates to'],
]

/**
 * Reads lines of status as the three families of tools write them: a word, or a relation with a link, `Superceded by
 * [13. Title](0013-title.md)`, `superseded by ADR-0013`. What the other side says (`Amended by`) is left to its own record.
 */
export function readStatus(lines: readonly string[]): Status {
  const status: Status = { state: null, supersededBy: [], links: [] }
  for (const line of lines) {
    const text = line.replace(/^[*_"'\s]+/, '')
    const state = words.find(([pattern]) => pattern.test(text))?.[1]
    if (state === 'superseded' || status.state === null) status.state = state ?? status.state
    const relation = relations.find(([pattern]) => pattern.test(text))?.[1]
    if (!relation || relation === 'other way') continue
    for (const target of targetsOf(text)) {
      if (relation === 'superseded by') status.supersededBy.push(target)
      else status.links.push({ kind: relation, ...target })
    }
  }
  return status
}

/** The records a line points at. A link without a number in its name (log4brains) has number 0. */
export function targetsOf(line: string): { number: number; file: string }[] {
  const links = [...line.matchAll(/\[([^\]]*)\]\(<?([^)>\s]*)>?[^)]*\)/g)]
  if (links.length > 0) {
    return links.map(([, label = '', url = '']) => {
      const file = decoded(url.split('/').at(-1) ?? '')
      const named = readFileName(file)
      const labelled = named?.date ? null : /^(?:ADR[-_ ]?)?0*(\d{1,6})(?!\d)/i.exec(label)?.[1]
      return { number: named?.number ?? Number(labelled ?? 0), file }
    })
  }
  const plain = /\b(?:ADR|RFC|#)?[-_ ]?0*(\d{1,6})\b/i.exec(line)
  return plain ? [{ number: Number(plain[1]), file: '' }] : []
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A stray percent sign is part of the name.
    return text
  }
}
