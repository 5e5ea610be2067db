import type { z } from 'zod'
import type { Instant, PersonId } from '../people.ts'
import type { Review } from '../review.ts'
import { deciderOf } from '../review.ts'
import { answerOf, seatsOf } from '../seats.ts'
import type { DecisionRecord } from './record.ts'
import { DecisionRecord as Schema } from './record.ts'

/** What a record takes from the document's own sections. */
export const RecordWords = Schema.pick({
  title: true,
  tags: true,
  context: true,
  drivers: true,
  options: true,
  consequences: true,
  confirmation: true,
  sources: true,
  more: true,
}).extend({ option: Schema.shape.outcome.shape.option })
export type RecordWords = z.infer<typeof RecordWords>

/** How people and times are written, which needs accounts and a zone. */
export type Spelling = { nameOf: (personId: PersonId) => string; dateOf: (at: Instant) => string }

/**
 * The record of a published outcome: the document's words, and from the review who decided, who was heard, who dissented and
 * when to look again. Null before an outcome has its number. Frozen by the server as it is; nothing here is read again.
 */
export function recordOf(
  review: Review,
  words: RecordWords,
  { nameOf, dateOf }: Spelling,
): DecisionRecord | null {
  if (!('outcome' in review.stage)) return null
  const { outcome } = review.stage
  const { number } = outcome
  if (number === null) return null
  const { option, ...said } = words
  const approved = [...new Set(Object.values(review.verdicts).map(({ personId }) => personId))].filter(
    personId => answerOf(review, personId) === 'approved',
  )
  const makers = [...new Set([outcome.by, deciderOf(review), ...approved])]
  const asked = seatsOf(review).flatMap(({ holder }) => (holder.kind === 'person' ? [holder.personId] : []))
  const consulted = [...new Set([...review.contributors, ...asked])].filter(
    personId => !makers.includes(personId),
  )
  return {
    ...said,
    number,
    state: outcome.state,
    date: dateOf(outcome.at),
    decisionMakers: makers.map(nameOf),
    consulted: consulted.map(nameOf),
    informed: review.informed.map(nameOf),
    outcome: { option, reason: outcome.reason },
    dissent: outcome.dissent.map(({ personId, about, text }) => ({ who: nameOf(personId), about, text })),
    revisit: outcome.revisit ? { ...outcome.revisit, owner: nameOf(outcome.revisit.owner) } : null,
    links: [],
    supersededBy: [],
  }
}
