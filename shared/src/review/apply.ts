import type { Act, ActOf, ActType } from './acts.ts'
import type { Context } from './context.ts'
import type { ReviewEvent } from './events.ts'
import { changesBetween } from './events.ts'
import { unmet } from './guards.ts'
import type { Handlers } from './handle/handler.ts'
import { handlers } from './handlers.ts'
import type { Outcome, Result, Step } from './result.ts'
import { refuse } from './result.ts'
import type { Review } from './review.ts'
import type { Role, Subject } from './roles.ts'
import { rolesOf } from './roles.ts'
import { settle } from './settle.ts'
import { rowsFor } from './table.ts'

/**
 * Does one act to a review, or says why not and what is missing. The review given is left as it is; the one returned has
 * been moved on by exactly the returned events, of which there may be several or, for a `tick` with nothing due, none.
 * A clock that has gone back does not take the review with it: nothing is dated before the last event.
 */
export function apply(review: Review, act: Act, context: Context): Result {
  const steady = { ...context, now: Math.max(context.now, review.lastAt) }
  const outcome = allowed(review, act, steady) ?? run(handlers, review, act, steady)
  if (!outcome.ok) return outcome
  const done = outcome.steps.at(-1)?.review ?? review
  return record(review, [...outcome.steps, ...settle(done, steady)], steady)
}

/**
 * Why the table refuses an act; null when it allows it. What a handler refuses beyond that depends on the act's input. Roles
 * may be given by whoever asks for many acts about one subject.
 */
export function allowed(
  review: Review,
  act: { type: ActType } & Subject,
  context: Context,
  roles: ReadonlySet<Role> = rolesOf(review, context, act),
): Extract<Outcome, { ok: false }> | null {
  const { state } = review.stage
  const rows = rowsFor(act.type, state)
  if (rows.length === 0)
    return refuse('conflict', `A document that is ${state} does not allow this: ${act.type}`)
  if (act.concernId !== undefined && !review.concerns[act.concernId]) {
    return refuse('missing', 'There is no such concern')
  }
  if (act.proposalId !== undefined && act.type !== 'open proposal' && !review.proposals[act.proposalId]) {
    return refuse('missing', 'There is no such proposal')
  }
  const row = rows.find(
    ({ who, never }) => who.some(role => roles.has(role)) && !never?.some(role => roles.has(role)),
  )
  if (!row) return refuse('forbidden', `This is not yours to do: ${act.type}`)
  const lacking = unmet(row.guard, review, context)
  return lacking ? refuse(lacking.code, lacking.message, lacking.missing) : null
}

/** The events of an act's steps, numbered on from the review, and the review after them. */
export function record(review: Review | null, steps: readonly Step[], { actor, now }: Context): Result {
  const events: ReviewEvent[] = []
  let current = review
  for (const step of steps) {
    const sequence = (current?.revision ?? 0) + 1
    events.push({
      documentId: step.review.documentId,
      sequence,
      type: step.event,
      actor: step.actor ?? actor,
      at: now,
      changes: changesBetween({ ...current }, step.review),
    })
    current = { ...step.review, revision: sequence, lastAt: now }
  }
  if (!current) return refuse('internal', 'Nothing was done')
  return { ok: true, review: current, events }
}

function run<Type extends ActType>(
  all: Handlers<Type>,
  review: Review,
  act: ActOf<Type>,
  context: Context,
): Outcome {
  // reason: the compiler does not see that the type of an act picks the handler of that very type
  const type = act.type as Type
  return all[type](review, act, context)
}
