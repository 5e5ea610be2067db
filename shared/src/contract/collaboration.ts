import { z } from 'zod'
import { id } from './ids.ts'
import type { ProblemReport } from './problems.ts'
import type { Role } from './spaces.ts'

/** Limits of the collaboration socket, in bytes. A larger update or document is refused, the connection kept. */
export const UPDATE_LIMIT = 1_000_000
export const DOCUMENT_LIMIT = 20_000_000

const bytes = (limit: number) =>
  z.instanceof(Uint8Array).refine(data => data.byteLength <= limit, 'too large')

export const joinRequest = z.object({ documentId: id, stateVector: bytes(1_000_000) })
export const updateRequest = z.object({ documentId: id, update: bytes(DOCUMENT_LIMIT) })
export const awarenessRequest = z.object({ documentId: id, awareness: bytes(16_384) })
export const leaveRequest = z.object({ documentId: id })

export type JoinReply = {
  ok: true
  role: Role
  /** What the joiner lacks: a squashed snapshot difference, then newer updates; to be applied in order. */
  updates: Uint8Array[]
  /** What the server holds, so that the joiner sends back only what the server lacks. */
  stateVector: Uint8Array
}

type Answer<T> = (reply: T | ProblemReport) => void

/** Sent by clients on the namespace `/collaboration`. An update is answered only when it is on disk. */
export type CollaborationToServer = {
  join: (request: z.infer<typeof joinRequest>, answer: Answer<JoinReply>) => void
  update: (request: z.infer<typeof updateRequest>, answer: Answer<{ ok: true }>) => void
  awareness: (request: z.infer<typeof awarenessRequest>) => void
  leave: (request: z.infer<typeof leaveRequest>) => void
}

/** Sent by the server on the namespace `/collaboration`. */
export type CollaborationToClient = {
  update: (message: { documentId: string; update: Uint8Array }) => void
  awareness: (message: { documentId: string; awareness: Uint8Array }) => void
  /** One’s role changed; `null` means that the document is no longer readable and the server has left it. */
  role: (message: { documentId: string; role: Role | null }) => void
}
