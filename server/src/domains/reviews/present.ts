import { Problem } from '@colloquy/shared/contract/problems'
import type { Offer, ReviewRecord, SeatCountRecord } from '@colloquy/shared/contract/reviews'
import { abilities, offered } from '@colloquy/shared/review/abilities'
import { Act, type ActType } from '@colloquy/shared/review/acts'
import { alignmentMap } from '@colloquy/shared/review/alignment'
import { statusOf } from '@colloquy/shared/review/concerns'
import type { Context } from '@colloquy/shared/review/context'
import { answersUntil } from '@colloquy/shared/review/due'
import { missing } from '@colloquy/shared/review/missing'
import type { Review } from '@colloquy/shared/review/review'
import type { Subject } from '@colloquy/shared/review/roles'
import { ruleOf } from '@colloquy/shared/review/rule'
import { answerOf, eligible, lastVerdict, type SeatCount } from '@colloquy/shared/review/seats'
import { seenBy } from '@colloquy/shared/review/sight'
import { staleSections } from '@colloquy/shared/review/staleness'
import { isReviewed } from '@colloquy/shared/review/states'
import { tally } from '@colloquy/shared/review/tally'
import type { Actor } from '../../kernel/actor.ts'
import { contextOf } from './context.ts'
import type { StoredReview } from './model.ts'
import { load } from './store.ts'

/** The review of a document as a person who may read it sees it. */
export async function presented(
  { accountId }: Pick<Actor, 'accountId'>,
  documentId: string,
): Promise<ReviewRecord> {
  const stored = await load(documentId)
  if (!stored) throw new Problem('missing', 'This document has no review')
  return presentReview(stored, await contextOf(stored.review, accountId))
}

/** A review as the context's actor sees it: what a blind round hides from them is not in it. */
export function presentReview(
  { _id: documentId, review, editorial }: StoredReview,
  context: Context,
): ReviewRecord {
  const { stage, policy, nextPolicy, proposed } = review
  const disposition = proposed?.disposition ?? 'accept'
  const open = stage.state === 'draft' || isReviewed(stage.state)
  const about = (subject: Subject) => offersTo(review, context, subject)
  return {
    documentId,
    review: seenBy(review, context.actor),
    rule: ruleOf(policy),
    nextRule: nextPolicy && ruleOf(nextPolicy),
    missing: { disposition, lines: open ? missing(review, disposition, context) : [] },
    answersUntil: answersUntil(review, context),
    seats: tally(review, context).seats.map(count => presentSeat(count, review, context)),
    concerns: Object.values(review.concerns).map(concern => ({
      concernId: concern.concernId,
      status: statusOf(concern),
      offered: about({ concernId: concern.concernId }),
    })),
    proposals: alignmentMap(review, context.actor).map(row => ({
      ...row,
      offered: about({ proposalId: row.proposalId }),
    })),
    offered: about({}),
    editorial: editorial && editorial.until > context.now ? editorial : null,
  }
}

function offersTo(review: Review, context: Context, subject: Subject): Offer[] {
  const all = abilities(review, context.actor, context, subject)
  return offered(all, review)
    .filter(act => Object.keys(subject).every(key => isAbout(act, key)))
    .map(act => {
      const refusal = all[act]
      return { act, refusal: refusal && { ...refusal.problem, missing: refusal.missing } }
    })
}

/** Whether an act takes the id of such a thing. A proposal is opened, not acted on, by the act that names a new one. */
function isAbout(act: ActType, key: string): boolean {
  const option = Act.options.find(({ shape }) => shape.type.value === act)
  return option !== undefined && key in option.shape && act !== 'open proposal'
}

function presentSeat({ seat, ...count }: SeatCount, review: Review, context: Context): SeatCountRecord {
  return {
    seatId: seat.seatId,
    answer: count.answer,
    approvals: count.approvals,
    needs: count.needs,
    people: eligible(seat, review, context).map(personId => {
      const answer = answerOf(review, personId)
      const verdict = lastVerdict(review, personId)
      return {
        personId,
        answer,
        staleSections: answer === 'stale' && verdict ? staleSections(review, verdict) : [],
        owes: count.owes.includes(personId),
      }
    }),
  }
}
