import type { CollaborationToClient, CollaborationToServer } from '@colloquy/shared/contract/collaboration'
import type { Clock } from '@colloquy/shared/sync/clock'
import { overSocketIo } from '@colloquy/shared/sync/overSocketIo'
import type { CollaborationSocket } from '@colloquy/shared/sync/socket'
import type { Manager, Socket } from 'socket.io-client'
import { stayConnected } from './stayConnected.ts'

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

type Namespace = Socket<CollaborationToClient, CollaborationToServer>

/**
 * A socket.io socket as the provider wants it. It stays away when the session has ended, and comes back from
 * everything else. `close` ends it for good.
 */
export function collaborationSocket(socket: Namespace): CollaborationSocket & { close(): void } {
  const close = stayConnected(socket)
  // reason: the events of this namespace, which socket.io types one by one
  const over = overSocketIo(socket as unknown as Parameters<typeof overSocketIo>[0])
  return {
    get connected() {
      return socket.connected
    },
    on: over.on,
    off: over.off,
    send: over.send,
    close,
  }
}
