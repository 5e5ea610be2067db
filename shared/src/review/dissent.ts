import { statusOf } from './concerns.ts'
import { standingRequests } from './missing-answers.ts'
import type { Review } from './review.ts'
import type { Dissent } from './stage.ts'
import { latestStances, openRound } from './stances.ts'

/**
 * Everybody who disagreed with what is decided, in their own words: overruled concerns, disagreement and blocks on
 * proposals, and requests for changes that were dismissed or still stand. Carried into the record. What a blind round still
 * hides is left out.
 */
export function dissentOf(review: Review): Dissent[] {
  const standing = new Set(standingRequests(review).map(({ verdictId }) => verdictId))
  return [
    ...Object.values(review.concerns)
      .filter(concern => statusOf(concern) === 'overruled')
      .map(
        ({ raiser, title, reason }): Dissent => ({
          personId: raiser,
          kind: 'concern',
          about: title,
          text: reason,
        }),
      ),
    ...Object.values(review.proposals).flatMap(proposal =>
      [...latestStances(proposal, openRound(proposal)?.blind ? 0 : undefined).values()].flatMap(
        ({ personId, position, reason }): Dissent[] =>
          position === 'disagree' || position === 'block'
            ? [{ personId, kind: position, about: proposal.question, text: reason }]
            : [],
      ),
    ),
    ...Object.values(review.verdicts)
      .filter(({ verdictId, ended }) => ended?.how === 'dismissed' || standing.has(verdictId))
      .map(
        ({ personId, reason, version }): Dissent => ({
          personId,
          kind: 'request changes',
          about: `version ${version}`,
          text: reason,
        }),
      ),
  ]
}
