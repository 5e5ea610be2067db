import type { Mark } from '../contract/collaboration.ts'

/** Above this many bytes the oldest are let go: the sender still has them, handing back is a second net. */
const LIMIT = 8_000_000

/**
 * What the server's copy has sent: which sequence numbers arrived, and the updates that are not yet known to be on
 * disk. Should the server die before writing them, they are handed back when it is up again.
 */
export class Inbox {
  #mark: Mark | null = null
  /** The highest number that the server said it has sent. */
  #told = 0
  /** Numbers above the unbroken run that ends at `#mark.seq`. */
  #ahead = new Set<number>()
  #unsaved: { seq: number; update: Uint8Array }[] = []
  #bytes = 0

  /** Starts afresh on a copy just joined. Gives the updates that its predecessor sent and may not have stored. */
  join(mark: Mark): Uint8Array[] {
    const keep = this.#mark?.epoch === mark.epoch ? this.#unsaved.filter(({ seq }) => seq > mark.saved) : []
    const handBack = this.#mark?.epoch === mark.epoch ? [] : this.#unsaved.map(({ update }) => update)
    this.#mark = { ...mark }
    this.#told = mark.seq
    this.#ahead.clear()
    this.#unsaved = keep
    this.#bytes = keep.reduce((sum, { update }) => sum + update.byteLength, 0)
    return handBack
  }

  receive(seq: number, update: Uint8Array): void {
    this.#arrived(seq)
    if (this.#mark && seq <= this.#mark.saved) return
    this.#unsaved.push({ seq, update })
    this.#bytes += update.byteLength
    while (this.#bytes > LIMIT) this.#bytes -= this.#unsaved.shift()?.update.byteLength ?? LIMIT
  }

  /** Own updates count as arrived once they are answered. */
  sent(seqs: number[]): void {
    for (const seq of seqs) this.#arrived(seq)
  }

  /** Whether all that the server said it has sent is here. */
  get complete(): boolean {
    return !this.#mark || this.#mark.seq >= this.#told
  }

  /** Notes what is sent and stored by now. */
  marked(mark: Mark): void {
    if (this.#mark?.epoch !== mark.epoch) {
      this.#told = Number.POSITIVE_INFINITY
      return
    }
    this.#told = Math.max(this.#told, mark.seq)
    this.#mark.saved = Math.max(this.#mark.saved, mark.saved)
    const saved = this.#mark.saved
    this.#unsaved = this.#unsaved.filter(({ seq }) => seq > saved)
    this.#bytes = this.#unsaved.reduce((sum, { update }) => sum + update.byteLength, 0)
  }

  /** How far the copy got without a gap. */
  get reached(): { epoch: string; seq: number } | undefined {
    return this.#mark ? { epoch: this.#mark.epoch, seq: this.#mark.seq } : undefined
  }

  #arrived(seq: number): void {
    if (!this.#mark || seq <= this.#mark.seq) return
    this.#ahead.add(seq)
    while (this.#ahead.delete(this.#mark.seq + 1)) this.#mark.seq++
  }
}
