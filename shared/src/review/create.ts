import { record } from './apply.ts'
import type { Context } from './context.ts'
import { seatsForSpaces } from './handle/people.ts'
import type { PersonId, SpaceId } from './people.ts'
import type { Policy } from './policy.ts'
import type { Applied } from './result.ts'
import type { Review } from './review.ts'
import type { Section } from './sections.ts'

/** What a review begins with. The driver is made an author; the document's own space is not among those it touches. */
export type Beginning = {
  documentId: string
  spaceId: SpaceId
  touches: SpaceId[]
  policy: Policy
  driver: PersonId
  authors: PersonId[]
  version: number
  sections: Section[]
}

/** Begins the review of a document as a draft, with its first event. */
export function create(beginning: Beginning, context: Context): Applied {
  const { driver, authors, spaceId } = beginning
  const touches = [...new Set(beginning.touches)].filter(touched => touched !== spaceId)
  const review: Review = {
    ...beginning,
    touches,
    authors: [...new Set([driver, ...authors])],
    stage: { state: 'draft' },
    openedAt: null,
    nextPolicy: null,
    proposed: null,
    decider: null,
    contributors: [],
    informed: [],
    seats: seatsForSpaces({}, touches, context),
    edits: {},
    verdicts: {},
    recusals: {},
    delegations: {},
    absences: {},
    concerns: {},
    proposals: {},
    advice: {},
    reminded: null,
    revision: 0,
    lastAt: context.now,
  }
  const begun = record(null, [{ event: 'review.created', review }], context)
  if (!begun.ok) throw new Error(begun.problem.message)
  return begun
}
