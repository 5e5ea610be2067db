import type { CollaborationToServer } from '../contract/collaboration.ts'
import type { CollaborationSocket } from './socket.ts'
import { withBinary } from './wire.ts'

/** What this needs of a socket.io client socket; no part of that library is imported here. */
type SocketIo = {
  readonly connected: boolean
  readonly volatile: { emit(name: string, ...values: unknown[]): unknown }
  on(name: string, listener: (...values: never[]) => void): unknown
  off(name: string, listener: (...values: never[]) => void): unknown
  emit(name: string, ...values: unknown[]): unknown
}

type NodeBuffer = { from(memory: ArrayBufferLike, from: number, length: number): unknown }
// reason: Node has it, browsers do not, and this runs in both
const { Buffer } = globalThis as { Buffer?: NodeBuffer }

/** In Node the encoder wants a Buffer; browsers have none, and want an ArrayBuffer of exactly these bytes. */
const wrapped = (bytes: Uint8Array): unknown =>
  Buffer ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) : bytes.slice().buffer

/** A socket.io socket of the namespace `/collaboration` as the provider wants it. */
export function overSocketIo(socket: SocketIo): CollaborationSocket {
  return {
    get connected() {
      return socket.connected
    },
    on: (name, listener) => void socket.on(name, listener),
    off: (name, listener) => void socket.off(name, listener),
    send<Name extends keyof CollaborationToServer>(
      name: Name,
      ...[message, ...answer]: Parameters<CollaborationToServer[Name]>
    ) {
      // Presence is worth nothing later: it is not queued behind a slow connection.
      const emitter = name === 'awareness' ? socket.volatile : socket
      emitter.emit(name, withBinary(message, wrapped), ...answer)
    },
  }
}
