import { withBinary } from '@colloquy/shared/sync/wire'
import type { Namespace, Socket } from 'socket.io'
import parser from 'socket.io-msgpack-parser'
import type { Broadcast } from './exchange.ts'

const EVENT = 2
const FINAL_BINARY = 0x82

/** Options of socket.io's own broadcast (socket.io-adapter), which prepares frames for text packets only. */
type Prepared = { preEncoded: true; volatile: boolean; wsPreEncodedFrame: [Buffer] }
/** reason: public in socket.io's adapters, private in its types */
type Client = { writeToEngine(packets: Buffer[], options: Prepared): void }

/**
 * Sends one message to many sockets of a namespace. The packet and its WebSocket frame are made once, so what is left
 * for each reader is one write.
 */
export function broadcastOn(namespace: Namespace): Broadcast {
  // reason: its types say ArrayBuffer; in Node it gives one Buffer per packet
  const encoder = new parser.Encoder() as unknown as { encode(packet: object): Buffer[] }
  return (members, except, name, message) => {
    let prepared: { packets: Buffer[]; options: Prepared } | null = null
    for (const member of members) {
      if (member === except) continue
      const socket = namespace.sockets.get(member.memberId)
      if (!socket) continue
      prepared ??= prepare(
        encoder.encode({ type: EVENT, nsp: namespace.name, data: [name, framed(message)] }),
        name,
      )
      clientOf(socket).writeToEngine(prepared.packets, prepared.options)
    }
  }
}

/** A message as the encoder takes it. */
export const framed = (message: object): object =>
  withBinary(message, ({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength))

function prepare(packets: Buffer[], name: string): { packets: Buffer[]; options: Prepared } {
  const frame = frameOf(Buffer.concat(packets))
  return {
    packets,
    options: { preEncoded: true, volatile: name === 'awareness', wsPreEncodedFrame: [frame] },
  }
}

// reason: see Client
const clientOf = (socket: Socket): Client => socket.client as unknown as Client

/** An unmasked binary WebSocket message in one frame (RFC 6455, section 5.2). */
function frameOf(payload: Buffer): Buffer {
  const { length } = payload
  if (length < 126) return Buffer.concat([Buffer.from([FINAL_BINARY, length]), payload])
  const header = Buffer.alloc(length < 65_536 ? 4 : 10)
  header[0] = FINAL_BINARY
  if (length < 65_536) {
    header[1] = 126
    header.writeUInt16BE(length, 2)
  } else {
    header[1] = 127
    header.writeBigUInt64BE(BigInt(length), 2)
  }
  return Buffer.concat([header, payload])
}
