import { mergeUpdates } from 'yjs'
import { UPDATE_LIMIT } from '../contract/limits.ts'

/** Edits that went out in one message. `edits` counts the document's own update events, for people to see. */
export type Batch = { updates: Uint8Array[]; edits: number }

/** Merging everything at once takes time that grows with the square; groups of this size, level by level, do not. */
const GROUP = 100

/** Merges any number of updates into one. */
export function mergeAll(updates: Uint8Array[]): Uint8Array {
  let level = updates
  while (level.length > 1) {
    const next: Uint8Array[] = []
    for (let start = 0; start < level.length; start += GROUP)
      next.push(mergeUpdates(level.slice(start, start + GROUP)))
    level = next
  }
  return level[0] ?? new Uint8Array()
}

/** Local edits until the server has them on disk, in the order in which they were made. */
export class Outbox {
  #sent: Batch[] = []
  #again: Batch[] = []
  #settled = new WeakSet<Batch>()
  #waiting: Uint8Array[] = []
  #waitingEdits = 0

  /** Edits not yet known to be on disk. */
  get edits(): number {
    return [...this.#sent, ...this.#again].reduce((sum, batch) => sum + batch.edits, this.#waitingEdits)
  }

  get inFlight(): number {
    return this.#sent.length
  }

  get hasMore(): boolean {
    return this.#again.length + this.#waiting.length > 0
  }

  /** Every update in it, oldest first. */
  updates(): Uint8Array[] {
    return [...[...this.#sent, ...this.#again].flatMap(batch => batch.updates), ...this.#waiting]
  }

  add(update: Uint8Array, edits = 1): void {
    this.#waiting.push(update)
    this.#waitingEdits += edits
  }

  /** Counts edits from an earlier visit before it is known what they are; `replace` puts them in. */
  expect(edits: number): void {
    this.#waitingEdits += edits
  }

  /**
   * The next message: a batch that has to go again as it was, or else everything that waits, merged up to the
   * size limit of one update. An edit above the limit goes alone and is for the server to refuse.
   */
  take(): Batch | null {
    const again = this.#again.shift()
    if (again) {
      this.#sent.push(again)
      return again
    }
    let count = 0
    for (let bytes = 0; count < this.#waiting.length; count++) {
      bytes += this.#waiting[count]?.byteLength ?? 0
      if (count > 0 && bytes > UPDATE_LIMIT) break
    }
    if (count === 0) return null
    const taken = this.#waiting.splice(0, count)
    // Several events may stand behind one update, so the last one out settles the count.
    const edits = this.#waiting.length === 0 ? this.#waitingEdits : Math.min(count, this.#waitingEdits)
    this.#waitingEdits -= edits
    const batch = { updates: [mergeAll(taken)], edits }
    this.#sent.push(batch)
    return batch
  }

  /**
   * The server has this batch on disk. It counts as saved once everything before it is, so that the number of edits
   * that wait always means the latest ones.
   */
  settle(batch: Batch): void {
    this.#settled.add(batch)
    const all = [...this.#sent, ...this.#again]
    const open = all.findIndex(other => !this.#settled.has(other))
    const done = new Set(open < 0 ? all : all.slice(0, open))
    this.#sent = this.#sent.filter(other => !done.has(other))
    this.#again = this.#again.filter(other => !done.has(other))
  }

  /** The answer will not come: what was sent goes again, as it was, before anything else. */
  rewind(): void {
    this.#again = [...this.#sent, ...this.#again]
    this.#sent = []
  }

  /** Puts one update in the place of all that is in it; it counts as so many edits. */
  replace(update: Uint8Array, edits: number): void {
    this.#sent = []
    this.#again = []
    this.#waiting = [update]
    this.#waitingEdits = edits
  }
}
