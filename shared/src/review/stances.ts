import { z } from 'zod'
import { Instant, PersonId } from './people.ts'

export const positions = ['support', 'support with reservations', 'abstain', 'disagree', 'block'] as const
export const Position = z.enum(positions)
export type Position = z.infer<typeof Position>

export const Stance = z.object({
  personId: PersonId,
  position: Position,
  reason: z.string(),
  round: z.number().int(),
  version: z.number().int(),
  at: Instant,
})
export type Stance = z.infer<typeof Stance>

/** A round is blind or not from its first moment to its last: nothing lifts the blindness but its end. */
export const Round = z.object({
  startedAt: Instant,
  endsAt: Instant,
  blind: z.boolean(),
  closedAt: Instant.nullable(),
})
export type Round = z.infer<typeof Round>

const ProposalOutcome = z.object({
  by: PersonId,
  at: Instant,
  option: z.string(),
  text: z.string(),
  /** Why each block was overruled, by whoever blocked. */
  answers: z.record(PersonId, z.string()),
})

/** One question of an alignment document, with every stance ever taken on it, oldest first. */
export const Proposal = z.object({
  proposalId: z.string(),
  question: z.string(),
  options: z.array(z.string()),
  decider: PersonId,
  stakeholders: z.array(PersonId),
  rounds: z.array(Round),
  stances: z.array(Stance),
  outcome: ProposalOutcome.nullable(),
})
export type Proposal = z.infer<typeof Proposal>

/** Each person's latest stance, optionally as it was at the end of a round (counted from 1). */
export function latestStances(
  proposal: Proposal,
  upToRound = Number.POSITIVE_INFINITY,
): Map<PersonId, Stance> {
  const latest = new Map<PersonId, Stance>()
  for (const stance of proposal.stances) {
    if (stance.round <= upToRound) latest.set(stance.personId, stance)
  }
  return latest
}

/** The round under way, if one is. */
export function openRound(proposal: Proposal): Round | null {
  const round = proposal.rounds.at(-1)
  return round && round.closedAt === null ? round : null
}

/** Stakeholders who have not answered in the round under way. */
export function silent(proposal: Proposal): PersonId[] {
  const round = proposal.rounds.length
  const answered = new Set(
    proposal.stances.filter(stance => stance.round === round).map(stance => stance.personId),
  )
  return proposal.stakeholders.filter(personId => !answered.has(personId))
}

/**
 * The stances somebody may see: all of them, unless a blind round is under way in which they have not answered. Then
 * only their own, and those of rounds already over.
 */
export function visibleStances(proposal: Proposal, viewer: PersonId): Stance[] {
  if (!isHidden(proposal, viewer)) return proposal.stances
  const round = proposal.rounds.length
  return proposal.stances.filter(stance => stance.round < round || stance.personId === viewer)
}

/** True while the stances of the round under way are hidden from this person. */
export function isHidden(proposal: Proposal, viewer: PersonId): boolean {
  if (!openRound(proposal)?.blind) return false
  return !proposal.stances.some(
    ({ personId, round }) => personId === viewer && round === proposal.rounds.length,
  )
}
