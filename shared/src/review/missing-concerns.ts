import type { Concern } from './concerns.ts'
import { isConcernOpen, statusOf } from './concerns.ts'
import type { Context } from './context.ts'
import type { MissingLine } from './missing-line.ts'
import { line } from './missing-line.ts'
import { owedBy } from './owed.ts'
import type { PersonId } from './people.ts'
import { standIns } from './presence.ts'
import type { Review } from './review.ts'
import { deciderOf } from './review.ts'
import { eligible, seatsOf } from './seats.ts'
import type { Disposition } from './states.ts'

/**
 * Open concerns that stand in the way of a decision. To accept, all of them; to reject or postpone, which leave things as
 * they are, only those raised against doing so.
 */
export function blockingConcerns(review: Review, disposition: Disposition): Concern[] {
  return Object.values(review.concerns).filter(
    concern => isConcernOpen(concern) && (disposition === 'accept' || concern.against === disposition),
  )
}

/** Approvers who may second an overruling; the owners where there is no approver to ask. */
export function seconders(
  review: Review,
  concern: Concern,
  context: Pick<Context, 'groups' | 'owners'>,
): PersonId[] {
  const outside = (people: PersonId[]) =>
    [...new Set(people)].filter(
      personId =>
        personId !== concern.raiser &&
        personId !== concern.overrulings.at(-1)?.by &&
        personId !== deciderOf(review) &&
        !review.authors.includes(personId),
    )
  const approvers = outside(seatsOf(review).flatMap(seat => eligible(seat, review, context)))
  if (approvers.length > 0) return approvers
  return outside([review.spaceId, ...review.touches].flatMap(spaceId => [...(context.owners[spaceId] ?? [])]))
}

/** One line for each concern in the way, saying whose move it is. */
export function missingConcerns(review: Review, disposition: Disposition, context: Context): MissingLine[] {
  return blockingConcerns(review, disposition).map(concern => {
    const { code, people } = nextMove(review, concern, context)
    return line(code, owedBy(review, people, context), { about: concern.concernId })
  })
}

type Move = { code: Extract<MissingLine['code'], `concern.${string}`>; people: PersonId[] }

function nextMove(review: Review, concern: Concern, context: Context): Move {
  const raisers = [concern.raiser, ...standIns(review, concern, context)]
  const status = statusOf(concern)
  if (status === 'raised') return { code: 'concern.restate', people: [review.driver] }
  if (status === 'restated') return { code: 'concern.confirm', people: raisers }
  if (status === 'answered') return { code: 'concern.accept', people: raisers }
  if (status === 'overruling') return { code: 'concern.second', people: seconders(review, concern, context) }
  return { code: 'concern.resolve', people: [review.driver] }
}
