import type { Edge, Relation } from './edges.ts'
import { relationsOf, successors } from './edges.ts'
import type { RecordState } from './record.ts'

/** What every place that names a decision has to say about it first. */
export type Standing = {
  key: string
  state: RecordState | 'withdrawn'
  /** The decisions to read instead, the last of each line of successors; empty while this one holds. */
  readInstead: string[]
  /** One sentence for a banner, a Markdown note or an API field; null when there is nothing to say first. */
  notice: string | null
  relations: Relation[]
}

/** How a decision stands among the others. A superseded one says so first, and names where to go. */
export function standingOf(key: string, state: Standing['state'], edges: readonly Edge[]): Standing {
  const readInstead = successors(key, edges)
  return {
    key,
    state: readInstead.length > 0 ? 'superseded' : state,
    readInstead,
    notice: noticeOf(state, readInstead),
    relations: relationsOf(key, edges),
  }
}

function noticeOf(state: Standing['state'], readInstead: readonly string[]): string | null {
  if (readInstead.length > 0) return `Superseded by ${readInstead.join(' and ')}.`
  if (state === 'superseded') return 'Superseded.'
  if (state === 'deprecated') return 'Deprecated: it no longer holds, and nothing has taken its place.'
  if (state === 'rejected') return 'Rejected.'
  if (state === 'withdrawn') return 'Withdrawn before it was decided.'
  return null
}
