import type { Delegation } from '../absences.ts'
import type { Context } from '../context.ts'
import type { PersonId } from '../people.ts'
import { allOwners, delegationsFrom, isAway } from '../presence.ts'
import { refuse, step } from '../result.ts'
import type { Review } from '../review.ts'
import type { Handlers } from './handler.ts'
import { mark } from './handler.ts'

type Presence = 'delegate' | 'end delegation' | 'go away' | 'come back'

export const presence: Handlers<Presence> = {
  delegate: (review, { to, until, from: givenFrom }, context) => {
    const from = givenFrom ?? context.actor
    if (from !== context.actor && !(isAway(review, from, context.now) && mayAct(review, context))) {
      return refuse('forbidden', 'Only an owner may delegate for somebody else, and only while they are away')
    }
    if (to === from) return refuse('invalid', 'A delegate is somebody else')
    if (review.authors.includes(to)) return refuse('invalid', 'An author cannot answer for an approver')
    if (until <= context.now) return refuse('invalid', 'A delegation ends in the future')
    const delegation: Delegation = {
      delegationId: context.id,
      from,
      to,
      until,
      by: context.actor,
      at: context.now,
      ended: null,
    }
    const replaced = Object.fromEntries(
      delegationsFrom(review, from, context.now).map(old => [
        old.delegationId,
        { ...old, ended: mark(context) },
      ]),
    )
    return step('delegation.started', {
      ...review,
      delegations: { ...review.delegations, ...replaced, [delegation.delegationId]: delegation },
    })
  },

  'end delegation': (review, { delegationId }, context) => {
    const delegation = review.delegations[delegationId]
    if (!delegation) return refuse('missing', 'There is no such delegation')
    if (delegation.ended) return refuse('conflict', 'This delegation has ended')
    if (![delegation.from, delegation.to].includes(context.actor) && !mayAct(review, context)) {
      return refuse('forbidden', 'Only the two people concerned and the owners may end it')
    }
    const ended = { ...delegation, ended: mark(context) }
    return step('delegation.ended', {
      ...review,
      delegations: { ...review.delegations, [delegationId]: ended },
    })
  },

  'go away': (review, { until, personId: given }, context) => {
    const personId: PersonId = given ?? context.actor
    if (personId !== context.actor && !mayAct(review, context)) {
      return refuse('forbidden', 'Only an owner may mark somebody else as away')
    }
    if (until !== null && until <= context.now) return refuse('invalid', 'An absence ends in the future')
    const earlier = isAway(review, personId, context.now) ? review.absences[personId] : undefined
    const absence = { from: earlier?.from ?? context.now, until, by: context.actor }
    return step('absence.started', { ...review, absences: { ...review.absences, [personId]: absence } })
  },

  'come back': (review, _act, { actor }) => {
    const { [actor]: _over, ...absences } = review.absences
    return step('absence.ended', { ...review, absences })
  },
}

/** Owners act for people who are away; one who is an author is a party and may not. */
function mayAct(review: Review, context: Context): boolean {
  return allOwners(review, context).includes(context.actor) && !review.authors.includes(context.actor)
}
