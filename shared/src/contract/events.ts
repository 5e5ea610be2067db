import { z } from 'zod'
import { decisionSummary } from './decisions.ts'
import { document } from './documents.ts'
import { id } from './ids.ts'
import type { ProblemReport } from './problems.ts'
import { reviewRecord } from './reviews.ts'
import { space } from './spaces.ts'
import { thread } from './threads.ts'

/**
 * What the server tells open pages, over the socket namespace `/live`. Each event carries a whole record as the
 * receiver may see it, abilities included, so that *old state + events = fresh fetch*.
 */
export const events = {
  'document.changed': document,
  'document.removed': z.object({ documentId: id }),
  'space.changed': space,
  'thread.changed': thread,
  'review.changed': reviewRecord,
  'decision.changed': decisionSummary,
} as const satisfies Record<string, z.ZodObject>

export type EventName = keyof typeof events
export type EventRecord<Name extends EventName> = z.infer<(typeof events)[Name]>

/** Sent and received on `/live`. A page watches the documents it shows; leaving the page or the socket unwatches. */
export type LiveToServer = {
  watch: (request: { documentId: string }, answer: (reply: { ok: true } | ProblemReport) => void) => void
  unwatch: (request: { documentId: string }) => void
}
export type LiveToClient = {
  event: (event: { [Name in EventName]: { name: Name; record: EventRecord<Name> } }[EventName]) => void
  /** The session ended elsewhere; the socket closes right after. */
  signedOut: () => void
}
