import {
  Awareness,
  applyAwarenessUpdate,
  encodeAwarenessUpdate,
  removeAwarenessStates,
} from 'y-protocols/awareness'
import type { Doc } from 'yjs'
import type { Clock } from './clock.ts'

/** A cursor moves often; others need to see it this often, in milliseconds. */
const INTERVAL = 100

/**
 * Who is here and where, for one document. It is y-protocols' Awareness without its heartbeat: the server knows when
 * a connection ends and says so, so people who only read cost nothing. The server writes each state's `user`.
 */
export class Presence extends Awareness {
  #clock: Clock
  #send: ((states: Uint8Array) => void) | null = null
  #cancel: (() => void) | null = null
  #lastSent = Number.NEGATIVE_INFINITY

  constructor(doc: Doc, clock: Clock) {
    super(doc)
    clearInterval(this._checkInterval)
    this.#clock = clock
    this.on('update', (_changes: unknown, origin: unknown) => {
      if (origin === 'local') this.#schedule()
    })
  }

  /** Tells the server one's own state, now and on every change from here on. */
  connect(send: (states: Uint8Array) => void): void {
    this.#send = send
    this.#lastSent = Number.NEGATIVE_INFINITY
    // A newer clock than the one with which the server may have reported one gone.
    this.setLocalState(this.getLocalState())
  }

  /** Without a connection nobody else is known to be here. */
  disconnect(): void {
    this.#send = null
    this.#cancel?.()
    this.#cancel = null
    const others = [...this.states.keys()].filter(client => client !== this.clientID)
    removeAwarenessStates(this, others, this)
  }

  receive(states: Uint8Array): void {
    applyAwarenessUpdate(this, states, this)
  }

  #schedule(): void {
    if (!this.#send || this.#cancel) return
    const wait = Math.max(0, this.#lastSent + INTERVAL - this.#clock.now())
    this.#cancel = this.#clock.after(wait, () => {
      this.#cancel = null
      this.#lastSent = this.#clock.now()
      this.#send?.(encodeAwarenessUpdate(this, [this.clientID]))
    })
  }
}
