import type { Context } from './context.ts'
import { seconders } from './missing-concerns.ts'
import { SYSTEM } from './people.ts'
import { allOwners, speaksFor, standIns } from './presence.ts'
import type { Review } from './review.ts'
import { deciderOf } from './review.ts'
import { eligible, seatsOf } from './seats.ts'

/** Every part somebody can have in a review. `anyone` is whoever can read the document; `system` is the clock. */
export const roles = [
  'driver',
  'author',
  'decider',
  'approver',
  'delegate',
  'contributor',
  'informed',
  'owner',
  'raiser',
  'stand-in',
  'seconder',
  'stakeholder',
  'proposal decider',
  'anyone',
  'system',
] as const

export type Role = (typeof roles)[number]

/** What an act is about, where that decides who may do it. */
export type Subject = { concernId?: string; proposalId?: string }

/**
 * The roles of the actor. About one concern or proposal when the subject names it, else about any: a raiser is then
 * somebody who has raised at least one.
 */
export function rolesOf(review: Review, context: Context, subject: Subject = {}): Set<Role> {
  const { actor, now } = context
  if (actor === SYSTEM) return new Set<Role>(['system'])
  const pick = <Entry>(entries: Record<string, Entry>, id: string | undefined): Entry[] =>
    Object.entries(entries).flatMap(([key, entry]) => (id === undefined || id === key ? [entry] : []))
  const concerns = pick(review.concerns, subject.concernId)
  const proposals = pick(review.proposals, subject.proposalId)
  const approvers = new Set(seatsOf(review).flatMap(seat => eligible(seat, review, context)))
  const held: Record<Exclude<Role, 'system'>, boolean> = {
    anyone: true,
    driver: review.driver === actor,
    author: review.authors.includes(actor),
    decider: deciderOf(review) === actor,
    approver: approvers.has(actor),
    delegate: [...approvers].some(personId => personId !== actor && speaksFor(review, actor, personId, now)),
    contributor: review.contributors.includes(actor),
    informed: review.informed.includes(actor),
    owner: allOwners(review, context).includes(actor),
    raiser: concerns.some(({ raiser }) => raiser === actor),
    'stand-in': concerns.some(concern => standIns(review, concern, context).includes(actor)),
    seconder: concerns.some(concern => seconders(review, concern, context).includes(actor)),
    stakeholder: proposals.some(({ stakeholders }) => stakeholders.includes(actor)),
    'proposal decider': proposals.some(({ decider }) => decider === actor),
  }
  return new Set(roles.filter(role => role !== 'system' && held[role]))
}
