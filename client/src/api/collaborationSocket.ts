import type { CollaborationToClient, CollaborationToServer } from '@colloquy/shared/contract/collaboration'
import type { ProblemReport } from '@colloquy/shared/contract/problems'
import type { Clock } from '@colloquy/shared/sync/clock'
import type { CollaborationSocket } from '@colloquy/shared/sync/socket'
import { withBinary } from '@colloquy/shared/sync/wire'
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

type NodeBuffer = { from(memory: ArrayBufferLike, from: number, length: number): unknown }
// reason: Node has it, browsers do not, and this file runs in both
const { Buffer } = globalThis as { Buffer?: NodeBuffer }

/** In Node the encoder wants a Buffer; browsers have none, and want an ArrayBuffer of exactly these bytes. */
const wrapped = (bytes: Uint8Array): unknown =>
  Buffer ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) : bytes.slice().buffer

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
  return {
    get connected() {
      return socket.connected
    },
    // reason: the provider's names and listeners are this namespace's; socket.io's overloads cannot say so
    on: (name, listener) => void socket.on(name, listener as never),
    // reason: as above
    off: (name, listener) => void socket.off(name, listener as never),
    send(name, message, ...answer) {
      // Presence is worth nothing later: it is not queued behind a slow connection.
      const emitter = name === 'awareness' ? socket.volatile : socket
      // reason: the same message in the shape that its name asks for, with its bytes wrapped
      const values = [withBinary(message, wrapped), ...answer] as Parameters<
        CollaborationToServer[typeof name]
      >
      emitter.emit(name, ...values)
    },
    close() {
      clearTimeout(timer)
      socket.off('connect_error', refused)
      socket.off('disconnect', left)
      socket.disconnect()
    },
  }
}
