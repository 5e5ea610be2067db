import { z } from 'zod'
import { PersonId } from '../review/people.ts'
import { type Edge, edgeKinds, edgeProblems } from '../review/records/edges.ts'
import { DecisionRecord, recordStates } from '../review/records/record.ts'
import { Revisit } from '../review/stage.ts'
import { id } from './ids.ts'
import { route } from './route.ts'

/** Names a decision across spaces: `STOR-12`. */
export const decisionKey = z.string().regex(/^[A-Z][A-Z0-9]{1,7}-[1-9]\d{0,8}$/, 'Not the key of a decision')

export const decisionState = z.enum([...recordStates, 'withdrawn'])

/** A decision as the log lists it. */
export const decisionSummary = z.object({
  /** That of the document it was taken on, for those that were not imported. */
  decisionId: id,
  /** `STOR-12`; null for a document that was withdrawn, which has no number. */
  key: decisionKey.nullable(),
  number: z.number().int().nullable(),
  spaceId: id,
  /** Null for an imported record. */
  documentId: id.nullable(),
  title: z.string(),
  /** As it stands now: `superseded` as soon as another decision says so. */
  state: decisionState,
  /** What to say before anything else, e.g. `Superseded by STOR-14.`; null while there is nothing. */
  notice: z.string().nullable(),
  /** Keys of the decisions to read instead: the last of each line of successors. */
  readInstead: z.array(z.string()),
  /** Day of the decision, `2026-03-02`; empty when an imported record has none. */
  date: z.string(),
  /** Who published the outcome; null for an imported record. */
  decider: PersonId.nullable(),
  decisionMakers: z.array(z.string()),
  tags: z.array(z.string()),
  revisit: Revisit.nullable(),
  /** True from the day on which it is to be looked at again. */
  revisitDue: z.boolean(),
})
export type DecisionSummary = z.infer<typeof decisionSummary>

const relation = z.object({
  kind: z.enum([...edgeKinds, 'superseded by', 'amended by']),
  key: z.string(),
  /** Null where the viewer may not see the other one. */
  decisionId: id.nullable(),
  title: z.string().nullable(),
})

/** One decision with its frozen record and how others refer to it now. */
export const decision = decisionSummary.extend({
  /** Null for a document that was withdrawn: nothing was decided. */
  record: DecisionRecord.nullable(),
  relations: z.array(relation),
  /** Version of the document that was decided on; null for an imported record. */
  version: z.number().int().nullable(),
  abilities: z.object({ link: z.boolean(), revisit: z.boolean() }),
})
export type DecisionPage = z.infer<typeof decision>

/** One decision's word about another, by their keys. */
export const decisionEdge = z.object({
  from: z.string(),
  kind: z.enum(edgeKinds),
  to: z.string(),
  split: z.boolean(),
}) satisfies z.ZodType<Edge>

const file = z.object({ path: z.string().min(1).max(500), text: z.string().max(1_000_000) })

// reason: `Object.keys` does not know that a constant has no other keys than its own
const linkProblems = Object.keys(edgeProblems) as (keyof typeof edgeProblems)[]

/** What an import did or would do, and what it met. */
export const importReport = z.object({
  written: z.boolean(),
  records: z.array(
    z.object({
      path: z.string(),
      key: z.string(),
      title: z.string(),
      state: z.enum(recordStates),
      /** The family of tools that wrote the file. */
      dialect: z.string(),
      notes: z.array(z.string()),
    }),
  ),
  edges: z.array(decisionEdge),
  problems: z.array(
    z.object({
      path: z.string(),
      kind: z.enum(['not a record', 'number taken', 'dangling link', ...linkProblems]),
      /** One sentence for people. */
      message: z.string(),
    }),
  ),
  /** The number the next decision of the space would get. */
  next: z.number().int(),
})
export type ImportReport = z.infer<typeof importReport>

const ofDecision = z.object({ decisionId: id })
const ofSpace = z.object({ spaceId: id })

export const decisionRoutes = {
  list: route({
    method: 'GET',
    path: '/api/decisions',
    summary: 'The decision log as one may see it, latest first, with the links among what is listed.',
    input: z.object({
      spaceId: id.optional(),
      state: decisionState.optional(),
      decider: id.optional(),
      tag: z.string().min(1).max(100).optional(),
      /** Days, both included. */
      from: z.iso.date().optional(),
      to: z.iso.date().optional(),
      /** Only those that this person has to look at again by now. */
      revisitOwner: id.optional(),
    }),
    reply: z.object({ decisions: z.array(decisionSummary), edges: z.array(decisionEdge) }),
  }),
  read: route({
    method: 'GET',
    path: '/api/decisions/:decisionId',
    summary: 'One decision with its record.',
    input: ofDecision,
    reply: decision,
  }),
  link: route({
    method: 'POST',
    path: '/api/decisions/:decisionId/links',
    summary: 'Say that this decision supersedes, amends or relates to another. A cycle is refused.',
    input: ofDecision.extend({
      kind: z.enum(edgeKinds),
      to: id,
      /** Declares that several decisions together take the place of the other one. */
      split: z.boolean().default(false),
    }),
    reply: decision,
  }),
  revisit: route({
    method: 'PUT',
    path: '/api/decisions/:decisionId/revisit',
    summary:
      'Set when to look at a decision again, or that nobody has to. Its record stays as it was frozen.',
    input: ofDecision.extend({ revisit: Revisit.nullable() }),
    reply: decision,
  }),
  export: route({
    method: 'GET',
    path: '/api/spaces/:spaceId/decisions/export',
    summary: 'The log of a space as Markdown files: MADR 4, or plain for adr-tools and log4brains.',
    input: ofSpace.extend({ form: z.enum(['madr', 'plain']).default('madr') }),
    reply: z.object({ files: z.array(file) }),
  }),
  import: route({
    method: 'POST',
    path: '/api/spaces/:spaceId/decisions/import',
    summary:
      'Take over a folder of adr-tools, MADR or log4brains. Numbers are kept; one that is taken refuses it all.',
    bodyLimit: 12_000_000,
    input: ofSpace.extend({ files: z.array(file).min(1).max(2000), dryRun: z.boolean().default(true) }),
    reply: importReport,
  }),
}
