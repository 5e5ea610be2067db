import { Problem } from '@colloquy/shared/contract/problems'
import type { Context } from '@colloquy/shared/review/context'
import type { ReviewEvent } from '@colloquy/shared/review/events'
import type { Applied, Refusal, Result } from '@colloquy/shared/review/result'
import type { Review } from '@colloquy/shared/review/review'
import { clock } from '../../kernel/clock.ts'
import { turns } from '../../kernel/in-turn.ts'
import { contextOf } from './context.ts'
import { ReviewModel, type StoredReview } from './model.ts'

/** Writers that keep losing the race to others give up after so many times. */
const TRIES = 50

/** How long after a write its own server has to tell of it before the sweep does, in milliseconds. */
const GRACE = 5000

export const load = (documentId: string): Promise<StoredReview | null> =>
  ReviewModel.findById(documentId).lean<StoredReview | null>()

/** What is stored of a review that has just been moved on by these events. */
function fieldsOf({ review }: Applied): Omit<StoredReview, '_id' | 'outbox' | 'editorial'> {
  return {
    spaceId: review.spaceId,
    touches: review.touches,
    state: review.stage.state,
    revision: review.revision,
    review,
    dueAt: new Date(clock.now().getTime() + GRACE),
  }
}

/** Stores a new review with its first events; refused when the document has one. */
export async function insert(begun: Applied): Promise<void> {
  try {
    await ReviewModel.create({
      _id: begun.review.documentId,
      ...fieldsOf(begun),
      outbox: begun.events,
      editorial: null,
    })
  } catch (error) {
    if (isDuplicate(error)) throw new Problem('conflict', 'This document has a review already')
    throw error
  }
}

/**
 * Moves a review on, by whatever it decides from the review as it is. When somebody else was faster it decides again from
 * theirs; nothing is ever written over. A step without events writes nothing. Throws the refusal as a Problem.
 */
export function move(documentId: string, actor: string, decide: Decide): Promise<Moved> {
  return inTurn(documentId, () => moveNow(documentId, actor, decide))
}

type Decide = (review: Review, context: Context, stored: StoredReview) => Result | Promise<Result>
type Moved = { review: Review; events: ReviewEvent[] }

const inTurn = turns()

async function moveNow(documentId: string, actor: string, decide: Decide): Promise<Moved> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const stored = await load(documentId)
    if (!stored) throw new Problem('missing', 'This document has no review')
    const { review } = stored
    const result = await decide(review, await contextOf(review, actor), stored)
    if (!result.ok) throw problemOf(result)
    if (result.events.length === 0) return result
    const { matchedCount } = await ReviewModel.updateOne(
      { _id: documentId, revision: review.revision },
      { $set: fieldsOf(result), $push: { outbox: { $each: result.events } } },
    )
    if (matchedCount > 0) return result
  }
  throw new Problem('conflict', 'Many people changed this review at once. Nothing was done; please try again')
}

/** A refusal of the rules as it is answered, with what is missing where that is the reason. */
export function problemOf({ problem, missing }: Refusal): Problem {
  return new Problem(problem.code, problem.message, undefined, missing.length > 0 ? missing : undefined)
}

/** MongoDB's code for a key that is there already. */
export const DUPLICATE = 11000

export const isDuplicate = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === DUPLICATE
