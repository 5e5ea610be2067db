import type { Clock } from '@colloquy/shared/sync/clock'
import type { Append, Store } from './store.ts'

/** Bytes of updates in one write. What comes after waits for the next one. */
const WRITE_LIMIT = 8_000_000
/**
 * Writes start at most this often, in milliseconds: the first of a pause at once, then everything of that time
 * together. Nobody notices whether *Saved* comes after 10 ms or 50; the disk and the database do.
 */
const INTERVAL = 40
const RETRY_FIRST = 200
const RETRY_LAST = 2000

export type JournalReport = {
  wrote(records: number, updates: number, ms: number): void
  failed(error: unknown): void
}

type Entry = { update: Uint8Array; written: () => void }

/**
 * Writes updates of all documents in the order in which they came: one write at a time, and everything that arrives
 * during a write goes with the next, one record per document. A write that fails is repeated until it succeeds.
 */
export class Journal {
  #store: Store
  #clock: Clock
  #report: JournalReport
  #waiting = new Map<string, Entry[]>()
  #bytes = 0
  #running: Promise<void> | null = null
  #stopping = false
  #stopped = false
  #lastStart = Number.NEGATIVE_INFINITY
  #retryNow: (() => void) | null = null
  #failing = false

  constructor(store: Store, clock: Clock, report: JournalReport) {
    this.#store = store
    this.#clock = clock
    this.#report = report
  }

  /** Bytes that are not on disk yet. */
  get bytes(): number {
    return this.#bytes
  }

  /** Whether the last write failed. */
  get failing(): boolean {
    return this.#failing
  }

  /** Resolves when these updates are on disk. */
  append(documentId: string, updates: Uint8Array[]): Promise<void> {
    return new Promise(resolve => {
      const entries = this.#waiting.get(documentId) ?? []
      if (entries.length === 0) this.#waiting.set(documentId, entries)
      updates.forEach((update, index) => {
        this.#bytes += update.byteLength
        const written = index === updates.length - 1 ? resolve : () => undefined
        entries.push({ update, written })
      })
      this.#running ??= this.#run()
    })
  }

  /** Resolves when everything is written, or rejects when the time is up. */
  async stop(ms: number): Promise<void> {
    const cancel = this.#clock.after(ms, () => {
      this.#stopped = true
      this.#retryNow?.()
    })
    this.#stopping = true
    this.#retryNow?.()
    while (this.#running) await this.#running
    cancel()
    if (this.#bytes > 0) throw new Error(`${this.#bytes} bytes of edits could not be written`)
  }

  async #run(): Promise<void> {
    while (this.#waiting.size > 0 && !this.#stopped) {
      // Messages that arrived together are handled in one turn; a write starts when that turn is over.
      await this.#pause(this.#stopping ? 0 : Math.max(0, this.#lastStart + INTERVAL - this.#clock.now()))
      this.#lastStart = this.#clock.now()
      const taken = this.#take()
      if (!(await this.#write(taken))) break
      for (const { entries } of taken) {
        for (const { update, written } of entries) {
          this.#bytes -= update.byteLength
          written()
        }
      }
    }
    this.#running = null
  }

  /** Up to one write's worth, the longest waiting document first. */
  #take(): { documentId: string; entries: Entry[] }[] {
    const taken: { documentId: string; entries: Entry[] }[] = []
    let bytes = 0
    for (const [documentId, entries] of this.#waiting) {
      let count = 0
      for (const { update } of entries) {
        if (bytes > 0 && bytes + update.byteLength > WRITE_LIMIT) break
        bytes += update.byteLength
        count++
      }
      if (count === 0) break
      taken.push({ documentId, entries: entries.splice(0, count) })
      if (entries.length === 0) this.#waiting.delete(documentId)
    }
    return taken
  }

  /** `false` when stopped before the store took it. */
  async #write(taken: { documentId: string; entries: Entry[] }[]): Promise<boolean> {
    const records: Append[] = taken.map(({ documentId, entries }) => ({
      documentId,
      updates: entries.map(({ update }) => update),
    }))
    const updates = taken.reduce((sum, { entries }) => sum + entries.length, 0)
    for (let retry = RETRY_FIRST; !this.#stopped; retry = Math.min(RETRY_LAST, retry * 2)) {
      const started = this.#clock.now()
      try {
        await this.#store.append(records)
        this.#failing = false
        this.#report.wrote(records.length, updates, this.#clock.now() - started)
        return true
      } catch (error) {
        this.#failing = true
        this.#report.failed(error)
        await this.#pause(retry)
      }
    }
    return false
  }

  #pause(ms: number): Promise<void> {
    return new Promise(resolve => {
      const cancel = this.#clock.after(ms, resolve)
      this.#retryNow = () => {
        cancel()
        resolve()
      }
    })
  }
}
