import { z } from 'zod'
import { id } from './ids.ts'
import type { ProblemReport } from './problems.ts'
import type { Role } from './spaces.ts'

/**
 * The collaboration protocol: what travels on the socket namespace `/collaboration`, and in which order.
 *
 * 1. A client **joins** a document with the state vector of its copy. It gets what it lacks and the server's state
 *    vector, and sends back only what the server lacks. From then on it receives every update of the others.
 * 2. Local edits go out as **updates**, one unanswered message at a time; edits made meanwhile are merged behind it.
 *    The server passes an update on at once and answers it when it is **on disk**, not before.
 * 3. Updates and answers carry a **sequence number** of the server's copy (its `epoch` names that copy). A **mark**
 *    tells up to which number everything was sent and stored: a client that misses one joins again, and keeps what
 *    others sent until it is stored, so that it can hand it back should the server die in between.
 * 4. **Awareness** (who is here, where) may get lost or be thinned out; it is never stored.
 *
 * Every refusal is a {@link ProblemReport}; the connection is kept and nothing of the message is applied.
 */

const bytes = z.custom<Uint8Array>(data => data instanceof Uint8Array, 'not bytes')
const point = z.object({ epoch: z.string().max(40), seq: z.number().int().min(0) })

export const joinRequest = z.object({
  documentId: id,
  stateVector: bytes,
  /** How far the copy got before the connection broke; lets a server that still has that epoch send only the rest. */
  reached: point.optional(),
})
export const updateRequest = z.object({ documentId: id, updates: z.array(bytes).min(1).max(1000) })
export const awarenessRequest = z.object({ documentId: id, awareness: bytes })
export const leaveRequest = z.object({ documentId: id })

/** A point in the life of one server's copy: everything up to `seq` was sent, up to `saved` is on disk. */
export type Mark = { epoch: string; seq: number; saved: number }

export type JoinReply = Mark & {
  ok: true
  role: Role
  /** What the joiner lacks, to be applied in order. */
  updates: Uint8Array[]
  /** What the server holds, so that the joiner sends back only what the server lacks. */
  stateVector: Uint8Array
}

export type Answer<T> = (reply: T | ProblemReport) => void

/** Sent by clients. An update is answered only when it is on disk. */
export type CollaborationToServer = {
  join: (request: z.infer<typeof joinRequest>, answer: Answer<JoinReply>) => void
  update: (request: z.infer<typeof updateRequest>, answer: Answer<{ ok: true; seqs: number[] }>) => void
  awareness: (request: z.infer<typeof awarenessRequest>) => void
  leave: (request: z.infer<typeof leaveRequest>) => void
}

/** Sent by the server. */
export type CollaborationToClient = {
  update: (message: { documentId: string; seq: number; update: Uint8Array }) => void
  mark: (message: Mark & { documentId: string }) => void
  awareness: (message: { documentId: string; awareness: Uint8Array }) => void
  /** One’s role changed; `null` means that the document is no longer readable and the server has left it. */
  role: (message: { documentId: string; role: Role | null }) => void
}
