import { missing } from '../missing.ts'
import type { Outcome } from '../result.ts'
import { refuse, step } from '../result.ts'
import type { Review } from '../review.ts'
import type { Proposal } from '../stances.ts'
import { latestStances, openRound, silent } from '../stances.ts'
import type { Handlers } from './handler.ts'

type Proposals =
  | 'open proposal'
  | 'take stance'
  | 'close round'
  | 'open round'
  | 'hand over proposal'
  | 'decide proposal'

export const proposals: Handlers<Proposals> = {
  'open proposal': (review, { type: _type, endsAt, ...given }, { now }) => {
    if (review.proposals[given.proposalId]) return refuse('conflict', 'This proposal is open already')
    if (endsAt <= now) return refuse('invalid', 'A round ends in the future')
    const first = { startedAt: now, endsAt, blind: review.policy.blindFirstRound, closedAt: null }
    const proposal: Proposal = { ...given, rounds: [first], stances: [], outcome: null }
    return step('proposal.opened', withProposal(review, proposal))
  },

  'take stance': (review, { proposalId, position, reason }, { actor, now }) =>
    move(review, proposalId, proposal => {
      const round = openRound(proposal)
      if (!round || now >= round.endsAt) return refuse('conflict', 'No round is under way')
      if ((position === 'disagree' || position === 'block') && reason === '') {
        return refuse('invalid', 'Disagreeing and blocking need a reason')
      }
      const stance = {
        personId: actor,
        position,
        reason,
        round: proposal.rounds.length,
        version: review.version,
        at: now,
      }
      const stances = [...proposal.stances, stance]
      return step('stance.taken', withProposal(review, { ...proposal, stances }))
    }),

  'close round': (review, { proposalId }, context) =>
    move(review, proposalId, proposal => {
      const round = openRound(proposal)
      if (!round) return refuse('conflict', 'No round is under way')
      if (context.now < round.endsAt && silent(proposal).length > 0) {
        const lines = missing(review, 'accept', context).filter(({ about }) => about === proposalId)
        return refuse('refused', 'The round runs until everyone has answered or its time is up', lines)
      }
      return step('round.closed', withProposal(review, closeRound(proposal, context.now)))
    }),

  'open round': (review, { proposalId, endsAt }, { now }) =>
    move(review, proposalId, proposal => {
      if (openRound(proposal)) return refuse('conflict', 'A round is under way')
      if (endsAt <= now) return refuse('invalid', 'A round ends in the future')
      const round = { startedAt: now, endsAt, blind: false, closedAt: null }
      return step('round.opened', withProposal(review, { ...proposal, rounds: [...proposal.rounds, round] }))
    }),

  'hand over proposal': (review, { proposalId, decider }) =>
    move(review, proposalId, proposal =>
      step('proposal.handed over', withProposal(review, { ...proposal, decider })),
    ),

  'decide proposal': (review, { proposalId, option, text, answers }, { actor, now }) =>
    move(review, proposalId, proposal => {
      if (openRound(proposal)) return refuse('refused', 'Close the round before writing the outcome')
      if (option !== '' && !proposal.options.includes(option)) {
        return refuse('invalid', 'That is not one of the options')
      }
      const unanswered = [...latestStances(proposal).values()].filter(
        ({ personId, position }) => position === 'block' && !answers[personId],
      )
      if (unanswered.length > 0) {
        return refuse('invalid', 'Say to everyone who blocks why the decision is taken all the same')
      }
      const outcome = { by: actor, at: now, option, text, answers }
      return step('proposal.decided', withProposal(review, { ...proposal, outcome }))
    }),
}

/** The proposal with its round over. */
export function closeRound(proposal: Proposal, now: number): Proposal {
  const rounds = proposal.rounds.map((round, index) =>
    index === proposal.rounds.length - 1 ? { ...round, closedAt: now } : round,
  )
  return { ...proposal, rounds }
}

function withProposal(review: Review, proposal: Proposal): Review {
  return { ...review, proposals: { ...review.proposals, [proposal.proposalId]: proposal } }
}

function move(review: Review, proposalId: string, next: (proposal: Proposal) => Outcome): Outcome {
  const proposal = review.proposals[proposalId]
  if (!proposal) return refuse('missing', 'There is no such proposal')
  if (proposal.outcome) return refuse('conflict', 'This proposal is decided')
  return next(proposal)
}
