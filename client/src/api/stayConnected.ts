import type { ProblemReport } from '@colloquy/shared/contract/problems'

/** How long after a refusal or a goodbye to come back, in milliseconds, spread so that a crowd is not in step. */
const AGAIN = 500

/** A socket of any namespace. Socket.io types even its own events by those of the namespace. */
type AnySocket = {
  readonly active: boolean
  connect(): unknown
  disconnect(): unknown
  on: unknown
  off: unknown
}

type OwnEvents = {
  on(event: string, listener: (cause: never) => void): void
  off(event: string, listener: (cause: never) => void): void
}

/**
 * Connects a socket and comes back from everything: socket.io does so after an interruption, but leaves it to us after
 * a refusal and when the server said goodbye. It stays away when the session has ended, and calls `ended`.
 * @returns ends the connection for good
 */
export function stayConnected(socket: AnySocket, ended: () => void = () => undefined): () => void {
  // reason: `connect_error` and `disconnect` are events of every socket
  const own = socket as unknown as OwnEvents
  let timer: ReturnType<typeof setTimeout> | undefined
  const again = () => {
    clearTimeout(timer)
    timer = setTimeout(() => socket.connect(), AGAIN * (0.5 + Math.random()))
  }
  const refused = (error: Error & { data?: ProblemReport }) => {
    if (error.data?.type === 'unauthenticated') ended()
    else if (!socket.active) again()
  }
  const left = (reason: string) => {
    if (reason === 'io server disconnect') again()
  }
  own.on('connect_error', refused)
  own.on('disconnect', left)
  socket.connect()
  return () => {
    clearTimeout(timer)
    own.off('connect_error', refused)
    own.off('disconnect', left)
    socket.disconnect()
  }
}
