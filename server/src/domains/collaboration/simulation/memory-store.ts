import type { Clock } from '@colloquy/shared/sync/clock'
import type { Append, LogRecord, Snapshot, Store } from '../store.ts'
import type { Chance } from './chance.ts'

/** A store in memory with the promises of a real one, and its faults: slow, away, and failing after the fact. */
export class MemoryStore implements Store {
  #clock: Clock
  #chance: Chance
  #records = new Map<string, LogRecord[]>()
  #snapshots = new Map<string, Snapshot>()
  #written = new WeakMap<Append[], Set<number>>()
  #nextId = 1
  down = false
  /** The probability that a call fails, half of the time after it has done its work. */
  failing = 0

  constructor(clock: Clock, chance: Chance) {
    this.#clock = clock
    this.#chance = chance
  }

  async read(documentId: string): Promise<{ snapshot: Snapshot | null; records: LogRecord[] }> {
    return this.#work(() => ({
      snapshot: this.#snapshots.get(documentId) ?? null,
      records: [...(this.#records.get(documentId) ?? [])],
    }))
  }

  async append(records: Append[]): Promise<void> {
    const written = this.#written.get(records) ?? new Set()
    this.#written.set(records, written)
    const stop = this.#chance.happens(this.failing) ? this.#chance.below(records.length + 1) : records.length
    await this.#work(() => {
      records.slice(0, stop).forEach(({ documentId, updates }, index) => {
        if (written.has(index)) return
        written.add(index)
        const log = this.#records.get(documentId) ?? []
        this.#records.set(documentId, [...log, { recordId: String(this.#nextId++), updates }])
      })
    })
    if (stop < records.length) throw new Error('the store failed half-way')
  }

  async replace(documentId: string, snapshot: Snapshot, included: string[]): Promise<boolean> {
    return this.#work(() => {
      if ((this.#snapshots.get(documentId)?.version ?? 0) >= snapshot.version) return false
      this.#snapshots.set(documentId, snapshot)
      const log = this.#records.get(documentId) ?? []
      // A real one may be killed here, with both the snapshot and the records it includes.
      if (!this.#chance.happens(0.2))
        this.#records.set(
          documentId,
          log.filter(({ recordId }) => !included.includes(recordId)),
        )
      return true
    })
  }

  async #work<Result>(work: () => Result): Promise<Result> {
    await new Promise<void>(resolve => this.#clock.after(1 + this.#chance.below(20), resolve))
    if (this.down) throw new Error('the store is away')
    const fails = this.#chance.happens(this.failing)
    if (fails && this.#chance.happens(0.5)) throw new Error('the store failed before')
    const result = work()
    if (fails) throw new Error('the store failed after')
    return result
  }
}
