import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding'
import { decodeUpdate, Item, Skip } from 'yjs'
import { isDocumentText } from './contents.ts'

/** How much of each client's edits a copy holds, without gaps: client id to the clock of the next edit. */
export type Knowledge = Map<number, number>

type Place = { client: number; clock: number }
type Span = Place & { length: number }

/**
 * What one Yjs update brings and what it rests on, read from its bytes without integrating it; `showable` when it brings
 * nothing but what documents are made of.
 */
export type UpdateContents = { brings: Span[]; needs: Place[]; deletes: Span[]; showable: boolean }

/** Reads a Yjs update (v1 encoding). `null` means that the bytes are not one. */
export function inspect(update: Uint8Array): UpdateContents | null {
  let decoded: ReturnType<typeof decodeUpdate>
  try {
    decoded = decodeUpdate(update)
  } catch {
    // reason: the decoder throws whatever its bytes lead it to; every throw means the same, not an update.
    return null
  }
  const brings: Span[] = []
  const needs: Place[] = []
  for (const struct of decoded.structs) {
    if (struct instanceof Skip) continue
    const { client, clock } = struct.id
    if (!Number.isSafeInteger(clock + struct.length)) return null
    brings.push({ client, clock, length: struct.length })
    if (!(struct instanceof Item)) continue
    for (const place of [struct.origin, struct.rightOrigin, struct.parent]) {
      // A parent may also be the name of a root type, which every copy has.
      if (place && typeof place === 'object' && 'clock' in place) needs.push(place)
    }
  }
  const deletes: Span[] = []
  for (const [client, ranges] of decoded.ds.clients) {
    for (const range of ranges) {
      if (!Number.isSafeInteger(range.clock + range.len)) return null
      deletes.push({ client, clock: range.clock, length: range.len })
    }
  }
  return { brings, needs, deletes, showable: isDocumentText(decoded.structs) }
}

/** Whether an update would add edits (deletions aside) to a copy of this knowledge. */
export function bringsNew(contents: UpdateContents, knowledge: Knowledge): boolean {
  return contents.brings.some(span => span.clock + span.length > (knowledge.get(span.client) ?? 0))
}

/**
 * Adds an update to the knowledge and tells whether all it rests on is there. When something is missing, `false`
 * comes back and the knowledge stays as it was: a copy would have to park such an update until the rest arrives.
 */
export function learn(knowledge: Knowledge, contents: UpdateContents): boolean {
  const after: Knowledge = new Map()
  const reached = (client: number) => after.get(client) ?? knowledge.get(client) ?? 0
  for (const span of contents.brings) {
    if (span.clock > reached(span.client)) return false
    after.set(span.client, Math.max(reached(span.client), span.clock + span.length))
  }
  if (contents.needs.some(place => place.clock >= reached(place.client))) return false
  if (contents.deletes.some(span => span.clock + span.length > reached(span.client))) return false
  for (const [client, clock] of after) knowledge.set(client, clock)
  return true
}

/** Learns what it can of these, in whatever order they rest on each other. Gives those that fitted. */
export function learnAll(knowledge: Knowledge, updates: Uint8Array[]): Set<Uint8Array> {
  const fitting = new Set<Uint8Array>()
  for (let before = -1; before !== fitting.size; ) {
    before = fitting.size
    for (const update of updates) {
      if (fitting.has(update)) continue
      const contents = inspect(update)
      if (contents && learn(knowledge, contents)) fitting.add(update)
    }
  }
  return fitting
}

/** An update that makes these deletions, as far as a copy of this knowledge can, and nothing else. */
export function onlyDeletes(spans: Span[], knowledge: Knowledge): Uint8Array {
  const byClient = new Map<number, Span[]>()
  for (const { client, clock, length } of spans) {
    const known = Math.min(length, (knowledge.get(client) ?? 0) - clock)
    if (known > 0) byClient.set(client, [...(byClient.get(client) ?? []), { client, clock, length: known }])
  }
  const encoder = createEncoder()
  // No structs, then the delete set, as in Yjs's update encoding.
  writeVarUint(encoder, 0)
  writeVarUint(encoder, byClient.size)
  for (const [client, known] of byClient) {
    writeVarUint(encoder, client)
    writeVarUint(encoder, known.length)
    for (const { clock, length } of known) {
      writeVarUint(encoder, clock)
      writeVarUint(encoder, length)
    }
  }
  return toUint8Array(encoder)
}

/** Whether `has` includes everything in `wanted`. */
export function covers(has: Knowledge, wanted: Knowledge): boolean {
  for (const [client, clock] of wanted) if ((has.get(client) ?? 0) < clock) return false
  return true
}
