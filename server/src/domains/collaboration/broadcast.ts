import { withBinary } from '@colloquy/shared/sync/wire'
import type { Namespace, Socket } from 'socket.io'
import parser from 'socket.io-msgpack-parser'
import type { Broadcast } from './exchange.ts'
import { frameOf } from './frame.ts'

const EVENT = 2
/** Presence is left out for a connection with more than this many bytes unsent. */
const BEHIND = 64_000
/** A connection this far behind is closed: joining again costs less than what is queued for it. */
const HOPELESS = 32_000_000

/** The parts of engine.io's and ws's connections below a socket that a direct write needs. */
type Transport = {
  name: string
  writable: boolean
  socket: { _socket: Stream | null; bufferedAmount: number }
}
type Stream = { write(frame: Buffer): boolean }
type Connection = { readyState: string; upgrading: boolean; writeBuffer: unknown[]; transport: Transport }

/**
 * Sends one message to many sockets of a namespace. The packet and its WebSocket frame are made once, and an idle
 * connection gets the frame in one write to its stream: with a hundred readers, the layers between socket.io and the
 * stream cost as much as everything else together. Every other connection takes socket.io's own way, which keeps the
 * order of what is queued.
 */
export function broadcastOn(namespace: Namespace): Broadcast {
  // reason: its types say ArrayBuffer; in Node it gives one Buffer per packet
  const encoder = new parser.Encoder() as unknown as { encode(packet: object): Buffer[] }
  return (members, except, name, message) => {
    let frame: Buffer | null = null
    let framedMessage: object | null = null
    for (const member of members) {
      if (member === except) continue
      const socket = namespace.sockets.get(member.memberId)
      if (!socket) continue
      const stream = idleStream(socket, name)
      if (stream === 'skip') continue
      framedMessage ??= framed(message)
      if (!stream) {
        socket.emit(name, framedMessage)
        continue
      }
      frame ??= frameOf(
        Buffer.concat(encoder.encode({ type: EVENT, nsp: namespace.name, data: [name, framedMessage] })),
      )
      stream.write(frame)
    }
  }
}

/** A message as the encoder takes it. */
export const framed = (message: object): object =>
  withBinary(message, ({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength))

/** The stream to write to when nothing is queued before it; `skip` when this message is better left out. */
function idleStream(socket: Socket, name: string): Stream | null | 'skip' {
  // reason: the types leave out what engine.io and ws keep to themselves
  const { readyState, upgrading, writeBuffer, transport } = socket.conn as unknown as Connection
  if (transport.name !== 'websocket') return null
  const behind = transport.socket.bufferedAmount
  if (behind > HOPELESS) {
    socket.disconnect(true)
    return 'skip'
  }
  if (behind > BEHIND && name === 'awareness') return 'skip'
  const idle = readyState === 'open' && transport.writable && !upgrading && writeBuffer.length === 0
  return idle ? transport.socket._socket : null
}
