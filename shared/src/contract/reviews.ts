import { z } from 'zod'
import { Act, actTypes } from '../review/acts.ts'
import { ReviewEvent } from '../review/events.ts'
import { MissingLine } from '../review/missing-line.ts'
import { Instant, PersonId } from '../review/people.ts'
import { Policy } from '../review/policy.ts'
import { presetNames } from '../review/presets.ts'
import { Review } from '../review/review.ts'
import { positions } from '../review/stances.ts'
import { dispositions } from '../review/states.ts'
import { id } from './ids.ts'
import { type ProblemCode, problems } from './problems.ts'
import { route } from './route.ts'

/*
 * Times inside a review are milliseconds since 1970, as its rules count them. People are account ids, or `system` for what
 * the clock does.
 */

/** Acts that only the server does: by the clock, when a text was saved, when a decision got its number or a successor. */
const serverActs = ['start final comment', 'supersede', 'assign number', 'tick', 'edit'] as const
type ServerAct = (typeof serverActs)[number]
type SentOption = Exclude<(typeof Act.options)[number], z.ZodObject<{ type: z.ZodLiteral<ServerAct> }>>

const isSent = (option: (typeof Act.options)[number]): option is SentOption =>
  !serverActs.some(act => act === option.shape.type.value)

/** Everything people may send. */
export const sentAct = z.discriminatedUnion(
  'type',
  // reason: a filter does not tell the compiler that something is left
  Act.options.filter(isSent) as [SentOption, ...SentOption[]],
)
export type SentAct = z.infer<typeof sentAct>

// reason: `Object.keys` does not know that a constant has no other keys than its own
const codes = Object.keys(problems) as ProblemCode[]

/** An act to show to the viewer: `refusal` is null when it may be done now, else says why not and what is missing. */
export const offer = z.object({
  act: z.enum(actTypes),
  refusal: z.object({ code: z.enum(codes), message: z.string(), missing: z.array(MissingLine) }).nullable(),
})
export type Offer = z.infer<typeof offer>

const answer = z.enum(['none', 'approved', 'stale', 'changes', 'abstained'])

/** What an approver's seat counts for now, and each of its people. */
export const seatCount = z.object({
  seatId: z.string(),
  answer: z.enum([...answer.options, 'excluded', 'vacant']),
  approvals: z.number().int(),
  needs: z.number().int(),
  people: z.array(
    z.object({
      personId: PersonId,
      answer,
      /** Ids of the sections that changed under this approval; empty unless the answer is `stale`. */
      staleSections: z.array(z.string()),
      /** Whether something waits for this person's answer. */
      owes: z.boolean(),
    }),
  ),
})
export type SeatCountRecord = z.infer<typeof seatCount>

export const concernStanding = z.object({
  concernId: z.string(),
  status: z.enum([
    'raised',
    'restated',
    'understood',
    'answered',
    'overruling',
    'withdrawn',
    'resolved',
    'overruled',
  ]),
  /** Acts about this one concern. */
  offered: z.array(offer),
})

/** One row of the alignment map, as the viewer may see it, with the acts about this one proposal. */
export const proposalStanding = z.object({
  proposalId: z.string(),
  question: z.string(),
  round: z.number().int(),
  open: z.boolean(),
  /** True while the others' stances are hidden from the viewer. */
  hidden: z.boolean(),
  cells: z.record(
    PersonId,
    z.object({
      position: z.enum(positions).nullable(),
      reason: z.string(),
      movedFrom: z.enum(positions).nullable(),
    }),
  ),
  distribution: z.record(z.enum(positions), z.number().int()),
  silent: z.array(PersonId),
  offered: z.array(offer),
})

/** The review of a document as one viewer may see it. `review` itself never holds what a blind round hides from them. */
export const reviewRecord = z.object({
  documentId: id,
  review: Review,
  /** The policy as one sentence. */
  rule: z.string(),
  /** The policy that waits for the final comment period to restart or be given up. */
  nextRule: z.string().nullable(),
  /** What is still missing before that outcome may be published: the proposed one, else acceptance. Empty once decided. */
  missing: z.object({ disposition: z.enum(dispositions), lines: z.array(MissingLine) }),
  /** When the time to answer runs out: the end of a running final comment period, or the deadline of a consent. */
  answersUntil: Instant.nullable(),
  seats: z.array(seatCount),
  concerns: z.array(concernStanding),
  proposals: z.array(proposalStanding),
  /** Acts of the viewer about the review as a whole, and those about any of its concerns or proposals. */
  offered: z.array(offer),
  /** While the viewer's or another author's edits are marked as not worth a new look: who said so, and until when. */
  editorial: z.object({ by: PersonId, until: Instant }).nullable(),
})
export type ReviewRecord = z.infer<typeof reviewRecord>

const ofDocument = z.object({ documentId: id })
const people = z.array(id).max(100).default([])

export const reviewRoutes = {
  read: route({
    method: 'GET',
    path: '/api/documents/:documentId/review',
    summary: 'The review of a document as one may see it; null while there is none.',
    input: ofDocument,
    reply: reviewRecord.nullable(),
  }),
  start: route({
    method: 'POST',
    path: '/api/documents/:documentId/review',
    summary:
      'Begin the review of a document under a preset or a policy of its own. All of it happens, or nothing.',
    input: ofDocument.extend({
      policy: z.union([z.enum(presetNames), Policy]).default('standard'),
      /** Who answers for getting it decided; the caller unless given. */
      driver: id.optional(),
      /** Who decides where the policy asks for it; the driver unless given. */
      decider: id.nullable().default(null),
      /** Beside the driver and whoever made the document. */
      authors: people,
      approvers: people,
      contributors: people,
      informed: people,
      /** Other spaces it touches; their owners become approvers. */
      touches: z.array(id).max(50).default([]),
      /** Put it to review at once instead of leaving it a draft. */
      open: z.boolean().default(false),
    }),
    reply: reviewRecord,
  }),
  act: route({
    method: 'POST',
    path: '/api/documents/:documentId/review/acts',
    summary: 'Do one act. A refusal is a problem that lists what is missing.',
    input: ofDocument.extend({ act: sentAct }),
    reply: reviewRecord,
  }),
  markEditorial: route({
    method: 'PUT',
    path: '/api/documents/:documentId/review/editorial',
    summary: 'Say that what authors write in the next hour is not worth a new look, or end that.',
    input: ofDocument.extend({ editorial: z.boolean() }),
    reply: reviewRecord,
  }),
  events: route({
    method: 'GET',
    path: '/api/documents/:documentId/review/events',
    summary: 'What happened in a review, oldest first, without what a blind round hides from the caller.',
    input: ofDocument.extend({
      after: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(1000).default(200),
    }),
    reply: z.array(ReviewEvent),
  }),
}
