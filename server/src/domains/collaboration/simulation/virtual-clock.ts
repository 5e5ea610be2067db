import type { Clock } from '@colloquy/shared/sync/clock'

type Timer = { at: number; order: number; run: () => void }

/** Time that passes only when told to. Timers due at the same moment run in the order in which they were set. */
export class VirtualClock implements Clock {
  #now = 0
  #order = 0
  #timers: Timer[] = []

  now(): number {
    return this.#now
  }

  after(ms: number, run: () => void): () => void {
    const timer = { at: this.#now + ms, order: this.#order++, run }
    let low = 0
    let high = this.#timers.length
    // The next one due is last.
    while (low < high) {
      const middle = (low + high) >> 1
      const other = this.#timers[middle]
      if (other && other.at > timer.at) low = middle + 1
      else high = middle
    }
    this.#timers.splice(low, 0, timer)
    return () => {
      const index = this.#timers.indexOf(timer)
      if (index >= 0) this.#timers.splice(index, 1)
    }
  }

  /** Lets time pass until `at`, running what falls due and all promises that it settles. */
  async until(at: number): Promise<void> {
    for (let next = this.#timers.at(-1); next && next.at <= at; next = this.#timers.at(-1)) {
      this.#timers.pop()
      this.#now = next.at
      next.run()
      await new Promise(setImmediate)
    }
    this.#now = at
  }
}

/** A clock that stops with the process it belongs to: nothing set on it runs any more. */
export function mortal(clock: Clock): { clock: Clock; kill(): void } {
  let alive = true
  return {
    clock: {
      now: () => clock.now(),
      after: (ms, run) => clock.after(ms, () => alive && run()),
    },
    kill: () => {
      alive = false
    },
  }
}
