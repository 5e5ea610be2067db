import type { Seat } from '../answers.ts'
import type { Context } from '../context.ts'
import type { SpaceId } from '../people.ts'
import { refuse, step } from '../result.ts'
import type { Review } from '../review.ts'
import { seatsOf } from '../seats.ts'
import type { Handlers } from './handler.ts'
import { mark } from './handler.ts'

type People =
  | 'name approver'
  | 'remove approver'
  | 'touch spaces'
  | 'set authors'
  | 'set contributors'
  | 'set informed'
  | 'name decider'
  | 'hand over'

export const people: Handlers<People> = {
  'name approver': (review, { holder }, { id, actor, now }) => {
    if (holder.kind === 'person' && review.authors.includes(holder.personId)) {
      return refuse('invalid', 'Authors do not approve their own document')
    }
    if (seatsOf(review).some(seat => holderKey(seat.holder) === holderKey(holder))) {
      return refuse('conflict', 'This approver is named already')
    }
    const seat: Seat = { seatId: id, holder, addedBy: actor, addedAt: now, removed: null }
    return step('approver.named', { ...review, seats: { ...review.seats, [id]: seat } })
  },

  'remove approver': (review, { seatId, reason }, context) => {
    const seat = review.seats[seatId]
    if (!seat || seat.removed) return refuse('missing', 'There is no such approver')
    if (seat.holder.kind === 'space') {
      return refuse(
        'refused',
        'Owners of a touched space are approvers by rule: stop touching the space instead',
      )
    }
    const removed = { ...seat, removed: mark(context, reason) }
    return step('approver.removed', { ...review, seats: { ...review.seats, [seatId]: removed } })
  },

  'touch spaces': (review, { spaceIds }, context) => {
    const touches = [...new Set(spaceIds)].filter(spaceId => spaceId !== review.spaceId)
    return step('spaces.touched', {
      ...review,
      touches,
      seats: seatsForSpaces(review.seats, touches, context),
    })
  },

  'set authors': (review, { authors }) =>
    authors.includes(review.driver)
      ? step('authors.set', { ...review, authors: [...new Set(authors)] })
      : refuse('invalid', 'The driver is one of the authors: hand over first'),

  'set contributors': (review, { contributors }) =>
    step('contributors.set', { ...review, contributors: [...new Set(contributors)] }),

  'set informed': (review, { informed }) =>
    step('informed.set', { ...review, informed: [...new Set(informed)] }),

  'name decider': (review, { decider }) => step('decider.named', { ...review, decider }),

  'hand over': (review, { driver }) =>
    review.authors.includes(driver)
      ? step('driver.changed', { ...review, driver })
      : refuse('invalid', 'The driver is one of the authors'),
}

/** The seats with one for each touched space, held by its owners, and those of other spaces removed. */
export function seatsForSpaces(
  seats: Review['seats'],
  touches: readonly SpaceId[],
  context: Context,
): Review['seats'] {
  const next = Object.values(seats).map(seat => {
    const { holder } = seat
    const gone = holder.kind === 'space' && !seat.removed && !touches.includes(holder.spaceId)
    return gone ? { ...seat, removed: mark(context, 'The document no longer touches this space') } : seat
  })
  const held = new Set(
    next.flatMap(({ holder, removed }) => (holder.kind === 'space' && !removed ? [holder.spaceId] : [])),
  )
  const added = touches
    .filter(spaceId => !held.has(spaceId))
    .map(
      (spaceId, index): Seat => ({
        seatId: `${context.id}-${index}`,
        holder: { kind: 'space', spaceId, needs: 1 },
        addedBy: context.actor,
        addedAt: context.now,
        removed: null,
      }),
    )
  return Object.fromEntries([...next, ...added].map(seat => [seat.seatId, seat]))
}

function holderKey(holder: Seat['holder']): string {
  switch (holder.kind) {
    case 'person':
      return `person ${holder.personId}`
    case 'group':
      return `group ${holder.groupId}`
    case 'space':
      return `space ${holder.spaceId}`
    default:
      return holder satisfies never
  }
}
