import type { ActOf, ActType } from '../acts.ts'
import type { Context } from '../context.ts'
import type { Mark } from '../people.ts'
import type { Outcome } from '../result.ts'
import type { Review } from '../review.ts'

/**
 * What an act does once the table has allowed it. Its context's time is never earlier than the review's last event.
 * Refuses what the table cannot see: a subject that is in the wrong state, an input that contradicts the review.
 */
export type Handler<Type extends ActType> = (review: Review, act: ActOf<Type>, context: Context) => Outcome

export type Handlers<Type extends ActType> = { [Each in Type]: Handler<Each> }

/** Who did it, when and why, as kept with what was done. */
export function mark({ actor, now }: Context, reason = ''): Mark {
  return { by: actor, at: now, reason }
}
