import type { Edge } from './edges.ts'
import type { DecisionRecord } from './record.ts'

type Place = { number: number; file: string }

/**
 * A record with its links as the log's edges have them now, ready to be printed: the record itself is frozen, what others
 * say of it is not. `placeOf` gives the number and file of a decision by its key; null for one that is not exported.
 */
export function linked(
  record: DecisionRecord,
  key: string,
  edges: readonly Edge[],
  placeOf: (key: string) => Place | null,
): DecisionRecord {
  const links = edges.flatMap(({ from, kind, to }) => {
    const place = from === key ? placeOf(to) : null
    return place ? [{ kind, ...place }] : []
  })
  const supersededBy = edges.flatMap(({ from, kind, to }) => {
    const place = kind === 'supersedes' && to === key ? placeOf(from) : null
    return place ? [place] : []
  })
  const superseded = edges.some(({ kind, to }) => kind === 'supersedes' && to === key)
  return { ...record, state: superseded ? 'superseded' : record.state, links: byKind(links), supersededBy }
}

const order = ['supersedes', 'amends', 'relates to']

function byKind(links: DecisionRecord['links']): DecisionRecord['links'] {
  return [...links].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
}
