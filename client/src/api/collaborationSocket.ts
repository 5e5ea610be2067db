import type { CollaborationToClient, CollaborationToServer } from '@colloquy/shared/contract/collaboration'
import type { ProblemReport } from '@colloquy/shared/contract/problems'
import type { Clock } from '@colloquy/shared/sync/clock'
import { overSocketIo } from '@colloquy/shared/sync/overSocketIo'
import type { CollaborationSocket } from '@colloquy/shared/sync/socket'

import type { Manager, Socket } from 'socket.io-client'

/**
 * How a lost connection comes back: soon and often at first, since most interruptions are a moment long, and every
 * ten seconds when it was away for half a minute. Delays are in milliseconds and spread by half, so that a crowd
 * does not return in step.
 */
export const reconnecting = { reconnectionDelay: 200, reconnectionDelayMax: 1000, randomizationFactor: 0.5 }
const SOON = 30
const LATER = 10_000

export function slowDownWhenLongAway(manager: Manager): void {
  manager.on('reconnect_attempt', attempt => {
    manager.reconnectionDelayMax(attempt > SOON ? LATER : reconnecting.reconnectionDelayMax)
  })
}

export const realTime: Clock = {
  now: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

/** After a refusal, or when the server said goodbye, socket.io leaves it to us to come back. */
const AGAIN = 500

type Namespace = Socket<CollaborationToClient, CollaborationToServer>

/**
 * A socket.io socket as the provider wants it. It stays away when the session has ended, and comes back from
 * everything else. `close` ends it for good.
 */
export function collaborationSocket(socket: Namespace): CollaborationSocket & { close(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  const again = () => {
    clearTimeout(timer)
    timer = setTimeout(() => socket.connect(), AGAIN * (0.5 + Math.random()))
  }
  const refused = (error: Error & { data?: ProblemReport }) => {
    if (!socket.active && error.data?.type !== 'unauthenticated') again()
  }
  const left = (reason: string) => {
    if (reason === 'io server disconnect') again()
  }
  socket.on('connect_error', refused)
  socket.on('disconnect', left)
  socket.connect()
  // reason: the events of this namespace, which socket.io types one by one
  const over = overSocketIo(socket as unknown as Parameters<typeof overSocketIo>[0])
  return {
    get connected() {
      return socket.connected
    },
    on: over.on,
    off: over.off,
    send: over.send,
    close() {
      clearTimeout(timer)
      socket.off('connect_error', refused)
      socket.off('disconnect', left)
      socket.disconnect()
    },
  }
}
