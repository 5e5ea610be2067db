import type { Mark } from '@colloquy/shared/contract/collaboration'
import { UPDATE_LIMIT } from '@colloquy/shared/contract/limits'
import { Problem } from '@colloquy/shared/contract/problems'
import {
  bringsNew,
  covers,
  inspect,
  type Knowledge,
  learn,
  learnAll,
  type UpdateContents,
} from '@colloquy/shared/sync/knowledge'
import { decodeStateVector, diffUpdate, encodeStateVector } from 'yjs'
import type { LogRecord, Snapshot } from './store.ts'

/** Names an update by the server copy that took it from its author, and its number there. */
export type Origin = { epoch: string; seq: number }

/**
 * One update since the snapshot; `saved` once it is on disk. One with an origin came from another server, which is
 * writing it; `taken` once this server has decided to write it, too.
 */
export type Entry = {
  readonly seq: number
  readonly update: Uint8Array
  readonly origin: Origin | null
  saved: boolean
  taken: boolean
}

/**
 * The server's copy of one open document, kept as bytes: a snapshot and the updates since. Nothing is integrated; what
 * an update brings and rests on is read from its bytes, so that the copy never holds an update with a gap before it.
 */
export class Copy {
  readonly epoch: string
  #snapshot: Uint8Array | null
  #snapshotSeq = 0
  #tail: Entry[] = []
  #knowledge: Knowledge = new Map()
  #seq = 0
  #saved = 0
  #tailBytes = 0
  /** Clients that lost their connection together ask for the same difference. */
  #lastDifference: { stateVector: Uint8Array; updates: Uint8Array } | null = null

  constructor(epoch: string, snapshot: Snapshot | null, records: LogRecord[]) {
    this.epoch = epoch
    this.#snapshot = snapshot?.update ?? null
    if (snapshot) this.#knowledge = decodeStateVector(snapshot.stateVector)
    // Several servers may have written, so a record can rest on a later one: go round until nothing more fits.
    let rest = records.flatMap(({ updates }) => updates)
    for (let before = -1; rest.length > 0 && rest.length !== before; ) {
      before = rest.length
      rest = rest.filter(update => !this.#add(update, true))
    }
    this.lacking = rest.length
    // Kept all the same, so that clients hold them until what is lacking turns up.
    for (const update of rest) this.#push(update, true)
  }

  /** Updates that rest on something which is nowhere to be found. */
  readonly lacking: number

  get mark(): Mark {
    return { epoch: this.epoch, seq: this.#seq, saved: this.#saved }
  }

  get bytes(): number {
    return (this.#snapshot?.byteLength ?? 0) + this.#tailBytes
  }

  get tail(): { updates: number; bytes: number } {
    return { updates: this.#tail.length, bytes: this.#tailBytes }
  }

  get stateVector(): Uint8Array {
    return encodeStateVector(this.#knowledge)
  }

  /** Updates that are not on disk yet, oldest first. */
  get unsaved(): Uint8Array[] {
    return this.#open.map(({ update }) => update)
  }

  /** Everything, to be applied in order. */
  get all(): Uint8Array[] {
    return [...(this.#snapshot ? [this.#snapshot] : []), ...this.#tail.map(({ update }) => update)]
  }

  /**
   * Checks updates from outside and adds those that bring something new, which it gives back. Repeats are passed
   * over. Throws a Problem, with nothing added, when one cannot be taken.
   */
  take(updates: Uint8Array[], documentLimit: number): Entry[] {
    const knowledge = updates.length > 1 ? new Map(this.#knowledge) : this.#knowledge
    const fresh: Uint8Array[] = []
    let bytes = this.bytes
    for (const update of updates) {
      if (update.byteLength > UPDATE_LIMIT)
        throw new Problem('tooLarge', 'This edit is too large to be sent at once; make it in smaller steps')
      const contents = inspect(update)
      if (!contents) throw new Problem('invalid', 'These bytes are not an edit of a document')
      if (!bringsNew(contents, knowledge) && this.#deletes(contents.deletes)) continue
      if (!contents.showable)
        throw new Problem('invalid', 'This edit holds something that no document is made of')
      bytes += update.byteLength
      if (bytes > documentLimit) throw new Problem('tooLarge', 'The document has reached its largest size')
      if (!learn(knowledge, contents))
        throw new Problem('conflict', 'This edit rests on others that the server does not have; join again')
      fresh.push(update)
    }
    this.#knowledge = knowledge
    return fresh.map(update => this.#push(update, false))
  }

  /**
   * Adds what another server passed on. `null` when there is nothing new in it, `gap` when it rests on something that
   * is not here.
   */
  receive(update: Uint8Array, origin: Origin): Entry | null | 'gap' {
    const contents = inspect(update)
    if (!contents || (!bringsNew(contents, this.#knowledge) && this.#deletes(contents.deletes))) return null
    return learn(this.#knowledge, contents) ? this.#push(update, false, origin) : 'gap'
  }

  /** Adds what the store has and this copy lacks. Gives the entries that are new. */
  absorb(snapshot: Snapshot | null, records: LogRecord[]): Entry[] {
    const updates = records.flatMap(record => record.updates)
    if (snapshot && !covers(this.#knowledge, decodeStateVector(snapshot.stateVector)))
      updates.unshift(diffUpdate(snapshot.update, this.stateVector))
    const lacking = updates.filter(update => {
      const contents = inspect(update)
      return contents && (bringsNew(contents, this.#knowledge) || !this.#deletes(contents.deletes))
    })
    const fitting = learnAll(this.#knowledge, lacking)
    return [...fitting].map(update => this.#push(update, true))
  }

  /** Unsaved updates of other servers that this one has not taken over. */
  get borrowed(): Entry[] {
    return this.#open.filter(entry => entry.origin && !entry.taken)
  }

  /** Unsaved updates that this server took from their authors. */
  get own(): Entry[] {
    return this.#open.filter(entry => !entry.origin)
  }

  /** Another server has written its updates of that epoch up to that number. */
  settled({ epoch, seq }: Origin): void {
    this.saved(this.#open.filter(({ origin }) => origin?.epoch === epoch && origin.seq <= seq))
  }

  /** What a joiner with this state vector lacks. `reached` is how far its copy got before, if it was of this epoch. */
  lackedBy(stateVector: Uint8Array, reached?: { epoch: string; seq: number }): Uint8Array[] {
    if (reached?.epoch === this.epoch && reached.seq >= this.#snapshotSeq)
      return this.#tail.filter(({ seq }) => seq > reached.seq).map(({ update }) => update)
    const updates = this.#tail.map(({ update }) => update)
    return this.#snapshot ? [this.#difference(this.#snapshot, stateVector), ...updates] : updates
  }

  /** These are on disk now. */
  saved(entries: Entry[]): void {
    for (const entry of entries) entry.saved = true
    this.#countSaved()
  }

  /** Puts a snapshot in the place of the one before and of all updates up to `seq`, which it includes. */
  squashed(snapshot: Uint8Array, seq: number): void {
    this.#snapshot = snapshot
    this.#snapshotSeq = seq
    this.#tail = this.#tail.filter(entry => entry.seq > seq)
    this.#tailBytes = this.#tail.reduce((sum, { update }) => sum + update.byteLength, 0)
    this.#lastDifference = null
  }

  #add(update: Uint8Array, saved: boolean): boolean {
    const contents = inspect(update)
    if (!contents || !learn(this.#knowledge, contents)) return false
    this.#push(update, saved)
    return true
  }

  get #open(): Entry[] {
    return this.#tail.slice(this.#saved - this.#snapshotSeq).filter(({ saved }) => !saved)
  }

  #push(update: Uint8Array, saved: boolean, origin: Origin | null = null): Entry {
    this.#seq++
    const entry = { seq: this.#seq, update, origin, saved, taken: false }
    this.#tail.push(entry)
    this.#tailBytes += update.byteLength
    this.#countSaved()
    return entry
  }

  /** Walks on from the last one known; the tail holds every number after the snapshot's. */
  #countSaved(): void {
    while (this.#tail[this.#saved - this.#snapshotSeq]?.saved) this.#saved++
  }

  /**
   * Whether an update since the snapshot makes these deletions already. After a crash, everybody hands back what they
   * saw; looking through the tail keeps that from being stored once per person.
   */
  #deletes(spans: UpdateContents['deletes']): boolean {
    if (spans.length === 0) return true
    if (spans.length > 1000) return false
    const known = this.#tail.flatMap(({ update }) => inspect(update)?.deletes ?? [])
    return spans.every(({ client, clock, length }) =>
      known.some(
        other =>
          other.client === client && other.clock <= clock && other.clock + other.length >= clock + length,
      ),
    )
  }

  #difference(snapshot: Uint8Array, stateVector: Uint8Array): Uint8Array {
    // One zero byte is the state vector of an empty document.
    if (stateVector.byteLength <= 1) return snapshot
    if (!this.#lastDifference || !sameBytes(this.#lastDifference.stateVector, stateVector))
      this.#lastDifference = { stateVector, updates: diffUpdate(snapshot, stateVector) }
    return this.#lastDifference.updates
  }
}

const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.byteLength === other.byteLength && one.every((byte, index) => byte === other[index])
