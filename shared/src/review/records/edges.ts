export const edgeKinds = ['supersedes', 'amends', 'relates to'] as const
export type EdgeKind = (typeof edgeKinds)[number]

/** One decision's word about another. Keys name a decision across spaces: `STOR-12`. */
export type Edge = {
  from: string
  kind: EdgeKind
  to: string
  /** Declares that several decisions together take the place of one. */
  split: boolean
}

export type EdgeProblem = 'self' | 'unknown' | 'duplicate' | 'cycle' | 'second successor'

export const edgeProblems = {
  self: 'A decision cannot refer to itself',
  unknown: 'One of the two decisions does not exist',
  duplicate: 'The two decisions are linked in this way already',
  cycle: 'That would lead from the decision back to itself',
  'second successor':
    'It is superseded already: declare a split, on every successor, or supersede the successor',
} as const satisfies Record<EdgeProblem, string>

/**
 * Why an edge may not join those there are; null when it may. Superseding and amending point back in time, so no path of
 * the two leads back to where it began; relating is mutual and free. Only a declared split has several successors.
 */
export function edgeProblem(
  edge: Edge,
  edges: readonly Edge[],
  keys: ReadonlySet<string>,
): EdgeProblem | null {
  if (edge.from === edge.to) return 'self'
  if (!keys.has(edge.from) || !keys.has(edge.to)) return 'unknown'
  if (edges.some(other => sameLink(other, edge))) return 'duplicate'
  if (edge.kind === 'relates to') return null
  if (reaches(edge.to, edge.from, edges)) return 'cycle'
  if (edge.kind !== 'supersedes') return null
  const others = edges.filter(({ kind, to }) => kind === 'supersedes' && to === edge.to)
  return others.length > 0 && !(edge.split && others.every(({ split }) => split)) ? 'second successor' : null
}

/** The decisions that took the place of one, the latest of each line: what a reader should read instead. */
export function successors(key: string, edges: readonly Edge[], seen = new Set([key])): string[] {
  const next = edges.filter(({ kind, to, from }) => kind === 'supersedes' && to === key && !seen.has(from))
  for (const { from } of next) seen.add(from)
  return next.flatMap(({ from }) => {
    const later = successors(from, edges, seen)
    return later.length > 0 ? later : [from]
  })
}

export type Relation = { kind: EdgeKind | 'superseded by' | 'amended by'; key: string }

const inverse = {
  supersedes: 'superseded by',
  amends: 'amended by',
  'relates to': 'relates to',
} as const satisfies Record<EdgeKind, Relation['kind']>

/** Every edge of a decision as seen from it, the ones that supersede it first. */
export function relationsOf(key: string, edges: readonly Edge[]): Relation[] {
  const relations = edges.flatMap(({ from, kind, to }): Relation[] => {
    if (from === key) return [{ kind, key: to }]
    return to === key ? [{ kind: inverse[kind], key: from }] : []
  })
  return relations.sort((a, b) => Number(b.kind === 'superseded by') - Number(a.kind === 'superseded by'))
}

function sameLink(a: Edge, b: Edge): boolean {
  if (a.kind !== b.kind) return false
  const same = a.from === b.from && a.to === b.to
  return same || (a.kind === 'relates to' && a.from === b.to && a.to === b.from)
}

function reaches(from: string, goal: string, edges: readonly Edge[]): boolean {
  const seen = new Set<string>()
  const waiting = [from]
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (key === goal) return true
    if (seen.has(key)) continue
    seen.add(key)
    for (const edge of edges) {
      if (edge.from === key && edge.kind !== 'relates to') waiting.push(edge.to)
    }
  }
  return false
}
