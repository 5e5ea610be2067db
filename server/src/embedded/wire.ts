import { type Doc, decode, encode, isDoc, view } from './values.ts'

/** Operation codes of MongoDB's wire protocol that a client of our time uses. */
const opReply = 1
const opQuery = 2004
const opMessage = 2013

const headerBytes = 16
/** The largest message a client may send, as `hello` says, with room for the header. */
export const maxMessageBytes = 48_000_000

/** A message that is no wire protocol: the connection it came over cannot be used any further. */
export class WireError extends Error {}

export interface Message {
  readonly requestId: number
  readonly isLegacy: boolean
  /** Whether the sender waits for a reply. */
  readonly wantsReply: boolean
  readonly body: Doc
  readonly database: string
  /** The documents of an insert, undecoded. */
  readonly documents: readonly Uint8Array[]
}

/** Cuts a stream of bytes into whole messages. Throws WireError when a length cannot be right. */
export class Frames {
  #chunks: Buffer[] = []
  #length = 0

  /** Takes what arrived and gives the messages that are whole by now. */
  push(chunk: Buffer): Generator<Buffer> {
    this.#chunks.push(chunk)
    this.#length += chunk.length
    return this.#whole()
  }

  *#whole(): Generator<Buffer> {
    for (;;) {
      const size = this.#expected()
      if (size === undefined || this.#length < size) return
      const all = this.#joined()
      this.#chunks = all.length > size ? [all.subarray(size)] : []
      this.#length -= size
      yield all.subarray(0, size)
    }
  }

  /** The length the next message says it has, once its first bytes are here. */
  #expected(): number | undefined {
    if (this.#length < 4) return undefined
    const [first] = this.#chunks
    const start = first && first.length >= 4 ? first : this.#joined()
    const size = start.readInt32LE(0)
    if (size < headerBytes + 5 || size > maxMessageBytes) throw new WireError(`A message of ${size} bytes`)
    return size
  }

  #joined(): Buffer {
    const all = this.#chunks.length === 1 && this.#chunks[0] ? this.#chunks[0] : Buffer.concat(this.#chunks)
    this.#chunks = [all]
    return all
  }
}

/** Reads one whole message. Throws WireError when it is malformed. */
export function readMessage(bytes: Buffer): Message {
  try {
    const requestId = bytes.readInt32LE(4)
    const code = bytes.readInt32LE(12)
    if (code === opMessage) return readCurrent(bytes, requestId)
    if (code === opQuery) return readLegacy(bytes, requestId)
    throw new WireError(`Unknown operation code ${code}`)
  } catch (cause) {
    if (cause instanceof WireError) throw cause
    throw new WireError(cause instanceof Error ? cause.message : String(cause))
  }
}

const checksumPresent = 1
const moreToCome = 2
/** Bits a receiver has to understand; the others it may ignore. */
const requiredBits = 0xffff

function readCurrent(bytes: Buffer, requestId: number): Message {
  const flags = bytes.readUInt32LE(headerBytes)
  if ((flags & requiredBits & ~(checksumPresent | moreToCome)) !== 0)
    throw new WireError(`Unknown flags ${flags}`)
  const end = flags & checksumPresent ? bytes.length - 4 : bytes.length
  let body: Buffer | undefined
  const sequences = new Map<string, Uint8Array[]>()
  for (let at = headerBytes + 4; at < end; ) {
    const kind = bytes.readUInt8(at++)
    const section = bytes.subarray(at, at + sized(bytes, at, end))
    at += section.length
    if (kind === 0) {
      if (body) throw new WireError('Two bodies')
      body = section
    } else if (kind === 1) sequences.set(...readSequence(section))
    else throw new WireError(`Unknown kind of section ${kind}`)
  }
  if (!body) throw new WireError('A message without a body')
  return { requestId, isLegacy: false, wantsReply: !(flags & moreToCome), ...readBody(body, sequences) }
}

function sized(bytes: Buffer, at: number, end: number): number {
  const size = bytes.readInt32LE(at)
  if (size < 5 || at + size > end) throw new WireError(`A section of ${size} bytes`)
  return size
}

function readSequence(section: Buffer): [string, Uint8Array[]] {
  const nameEnd = section.indexOf(0, 4)
  if (nameEnd < 0) throw new WireError('A sequence without a name')
  const docs: Uint8Array[] = []
  for (let at = nameEnd + 1; at < section.length; ) {
    const size = sized(section, at, section.length)
    docs.push(section.subarray(at, at + size))
    at += size
  }
  return [section.toString('utf8', 4, nameEnd), docs]
}

function readBody(
  bytes: Buffer,
  sequences: ReadonlyMap<string, Uint8Array[]>,
): Pick<Message, 'body' | 'database' | 'documents'> {
  // The documents of an insert are kept as they came; other fields of that name are decoded like any other.
  const isInsert = bytes.subarray(4, 12).equals(insertStart)
  const body = isInsert ? decode(bytes, { documents: true }) : decode(bytes)
  const inline = isInsert && Array.isArray(body['documents']) ? body['documents'].filter(isBytes) : []
  const documents = sequences.get('documents') ?? inline
  for (const [name, docs] of sequences) if (name !== 'documents') body[name] = docs.map(doc => decode(doc))
  return { body, database: String(body['$db'] ?? 'test'), documents }
}

const insertStart = Buffer.from('\x02insert\0')

const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array

function readLegacy(bytes: Buffer, requestId: number): Message {
  const nameEnd = bytes.indexOf(0, headerBytes + 4)
  if (nameEnd < 0) throw new WireError('A query without a namespace')
  const namespace = bytes.toString('utf8', headerBytes + 4, nameEnd)
  const at = nameEnd + 1 + 8
  const given = decode(bytes.subarray(at, at + sized(bytes, at, bytes.length)))
  const body = isDoc(given['$query']) ? given['$query'] : given
  return {
    requestId,
    isLegacy: true,
    wantsReply: true,
    body,
    database: namespace.split('.')[0] ?? '',
    documents: [],
  }
}

let lastRequestId = 0

/** The bytes of a reply to a message, in the form in which the message came. */
export function writeReply({ requestId, isLegacy }: Message, reply: Doc | Uint8Array): Buffer {
  const body = isDoc(reply) ? view(encode(reply)) : view(reply)
  const head = Buffer.alloc(isLegacy ? headerBytes + 20 : headerBytes + 5)
  head.writeInt32LE(head.length + body.length, 0)
  lastRequestId = (lastRequestId + 1) | 0
  head.writeInt32LE(lastRequestId, 4)
  head.writeInt32LE(requestId, 8)
  head.writeInt32LE(isLegacy ? opReply : opMessage, 12)
  // A legacy reply: flags, a cursor id of zero, the position of the first document, and that there is one.
  if (isLegacy) head.writeInt32LE(1, headerBytes + 16)
  return Buffer.concat([head, body])
}
