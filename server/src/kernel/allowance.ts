/** How much one connection may ask for: so many a second on average, so many at once. A token bucket. */
export class Allowance {
  #perSecond: number
  #atOnce: number
  #left: number
  #since: number

  constructor(perSecond: number, atOnce: number, now: number) {
    this.#perSecond = perSecond
    this.#atOnce = atOnce
    this.#left = atOnce
    this.#since = now
  }

  /** Takes an amount if it is there; `now` in milliseconds. */
  take(amount: number, now: number): boolean {
    this.#left = Math.min(this.#atOnce, this.#left + ((now - this.#since) / 1000) * this.#perSecond)
    this.#since = now
    if (this.#left < amount) return false
    this.#left -= amount
    return true
  }
}
