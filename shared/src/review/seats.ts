import type { Seat, Verdict } from './answers.ts'
import type { Context } from './context.ts'
import { ownersOf } from './context.ts'
import type { PersonId } from './people.ts'
import type { Review } from './review.ts'
import { isStale } from './staleness.ts'

/** What one person's latest word amounts to now. */
export type Answer = 'none' | 'approved' | 'stale' | 'changes' | 'abstained'

/** What a seat amounts to. `excluded` seats are not counted at all; nobody is left to answer for a `vacant` one. */
export type SeatAnswer = Answer | 'excluded' | 'vacant'

/** What each answer of a seat does to the count, in words. */
export const answerTexts = {
  none: 'Counted, and yet to answer',
  approved: 'Counted as an approval',
  stale: 'Approved an earlier text: counted, and asked to look again',
  changes: 'Asks for changes: blocks until they answer again or an owner dismisses the request',
  abstained: 'Abstained, or was dismissed: left out of the count',
  excluded: 'Only authors or people who have stepped aside: left out of the count',
  vacant: 'Nobody left to answer: counted as outstanding',
} as const satisfies Record<SeatAnswer, string>

export type SeatCount = {
  seat: Seat
  answer: SeatAnswer
  /** Approvals the seat has and needs: more than one for some groups. */
  approvals: number
  needs: number
  /** Members who may still answer, whoever has done so already left out. */
  owes: PersonId[]
}

/** The seats that have not been removed. */
export function seatsOf(review: Review): Seat[] {
  return Object.values(review.seats).filter(seat => seat.removed === null)
}

/** Everybody who holds a seat now, authors and recused people included. */
export function membersOf(seat: Seat, context: Pick<Context, 'groups' | 'owners'>): readonly PersonId[] {
  switch (seat.holder.kind) {
    case 'person':
      return [seat.holder.personId]
    case 'group':
      return context.groups[seat.holder.groupId] ?? []
    case 'space':
      return ownersOf(seat.holder.spaceId, context)
    default:
      return seat.holder satisfies never
  }
}

/** Members whose answer counts: authors do not approve their own document, the recused have stepped aside. */
export function eligible(
  seat: Seat,
  review: Review,
  context: Pick<Context, 'groups' | 'owners'>,
): PersonId[] {
  return membersOf(seat, context).filter(
    personId => !review.authors.includes(personId) && !review.recusals[personId],
  )
}

/** Verdicts are never changed in place, so what was found for a set of them holds as long as the set. */
const found = new WeakMap<Review['verdicts'], Map<PersonId, Verdict>>()

/** A person's last verdict, whether or not it still stands. */
export function lastVerdict({ verdicts }: Review, personId: PersonId): Verdict | null {
  const known = found.get(verdicts) ?? new Map(inOrder(verdicts).map(verdict => [verdict.personId, verdict]))
  found.set(verdicts, known)
  return known.get(personId) ?? null
}

function inOrder(verdicts: Review['verdicts']): Verdict[] {
  return Object.values(verdicts).sort((a, b) => a.revision - b.revision)
}

/** What a person's last verdict counts for. A dismissed request leaves the count as an abstention does. */
export function answerOf(review: Review, personId: PersonId): Answer {
  const verdict = lastVerdict(review, personId)
  if (!verdict) return 'none'
  if (verdict.ended) return verdict.ended.how === 'dismissed' ? 'abstained' : 'none'
  if (verdict.kind === 'request changes') return 'changes'
  if (verdict.kind === 'abstain') return 'abstained'
  return isStale(review, verdict) ? 'stale' : 'approved'
}

/** What a seat counts for, and who may still answer for it. */
export function countSeat(
  seat: Seat,
  review: Review,
  context: Pick<Context, 'groups' | 'owners'>,
): SeatCount {
  const people = eligible(seat, review, context)
  const answers = people.map(personId => answerOf(review, personId))
  const approvals = answers.filter(answer => answer === 'approved').length
  const abstained = answers.filter(answer => answer === 'abstained').length
  const asked = seat.holder.kind === 'person' ? 1 : seat.holder.needs
  const needs = Math.min(asked, people.length - abstained)
  const owes = people.filter((_, index) => answers[index] === 'none' || answers[index] === 'stale')
  const answer = (): SeatAnswer => {
    if (people.length === 0) return membersOf(seat, context).length === 0 ? 'vacant' : 'excluded'
    if (answers.includes('changes')) return 'changes'
    if (needs === 0) return 'abstained'
    if (approvals >= needs) return 'approved'
    return answers.includes('stale') ? 'stale' : 'none'
  }
  return { seat, answer: answer(), approvals, needs, owes }
}
