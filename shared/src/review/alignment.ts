import type { PersonId } from './people.ts'
import type { Review } from './review.ts'
import type { Position, Proposal } from './stances.ts'
import { isHidden, latestStances, openRound, silent, visibleStances } from './stances.ts'

export type Cell = {
  /** Null while the person has taken no stance, or while it is hidden from the viewer. */
  position: Position | null
  reason: string
  /** Position at the end of the round before, where that was another one. */
  movedFrom: Position | null
}

export type AlignmentRow = {
  proposalId: string
  question: string
  round: number
  open: boolean
  hidden: boolean
  cells: Record<PersonId, Cell>
  distribution: Record<Position, number>
  /** Stakeholders yet to answer in the round under way; who has answered is no secret, what they said is. */
  silent: PersonId[]
}

/** People × proposals as one viewer may see it: latest stances, their distribution and the movement since the last round. */
export function alignmentMap(review: Review, viewer: PersonId): AlignmentRow[] {
  return Object.values(review.proposals).map(proposal => row(proposal, viewer))
}

const none = {
  support: 0,
  'support with reservations': 0,
  abstain: 0,
  disagree: 0,
  block: 0,
} as const satisfies Record<Position, number>

function row(proposal: Proposal, viewer: PersonId): AlignmentRow {
  const seen = { ...proposal, stances: visibleStances(proposal, viewer) }
  const latest = latestStances(seen)
  const before = latestStances(seen, proposal.rounds.length - 1)
  const open = openRound(proposal) !== null
  const distribution: Record<Position, number> = { ...none }
  const people = [...new Set([...proposal.stakeholders, ...latest.keys()])]
  const cells = people.map((personId): [PersonId, Cell] => {
    const stance = latest.get(personId)
    if (!stance) return [personId, { position: null, reason: '', movedFrom: null }]
    distribution[stance.position] += 1
    const earlier = before.get(personId)?.position ?? null
    const movedFrom = earlier === stance.position ? null : earlier
    return [personId, { position: stance.position, reason: stance.reason, movedFrom }]
  })
  return {
    proposalId: proposal.proposalId,
    question: proposal.question,
    round: proposal.rounds.length,
    open,
    hidden: isHidden(proposal, viewer),
    cells: Object.fromEntries(cells),
    distribution,
    silent: open ? silent(proposal) : [],
  }
}
