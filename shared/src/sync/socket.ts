import type { CollaborationToClient, CollaborationToServer } from '../contract/collaboration.ts'

type Incoming = CollaborationToClient & {
  connect: () => void
  disconnect: () => void
  /** The connection was refused; `data` is the server's ProblemReport when it gave one. */
  connect_error: (error: { data?: unknown }) => void
}

/** The part of a socket.io client socket on `/collaboration` that the provider needs. It reconnects by itself. */
export interface CollaborationSocket {
  readonly connected: boolean
  on<Name extends keyof Incoming>(name: Name, listener: Incoming[Name]): void
  off<Name extends keyof Incoming>(name: Name, listener: Incoming[Name]): void
  send<Name extends keyof CollaborationToServer>(
    name: Name,
    ...message: Parameters<CollaborationToServer[Name]>
  ): void
}

/** A copy of the document kept on this device, with a note of how many of its edits the server has not stored. */
export interface OfflineCopy {
  /** The transaction origin with which kept edits come back into the document. */
  readonly origin: unknown
  readonly restored: Promise<{ waiting: number }>
  /** Called whenever the number of edits that are not on the server changes. */
  keep(waiting: number): void
  destroy(): void
}
