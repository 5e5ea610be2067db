import type { Clock } from '@colloquy/shared/sync/clock'
import type { Namespace } from 'socket.io'
import type { Origin } from './copy.ts'
import type { Exchange, Peers } from './exchange.ts'

/** How often each server says that it is there, and after how long a silence it is taken for dead; milliseconds. */
const HEARTBEAT = 3000
const SILENCE = 12_000
const EVENT = 'nodes'

type Update = { seq: number; update: Uint8Array }
type Letter =
  | { kind: 'updates'; documentId: string; epoch: string; entries: Update[] }
  | { kind: 'settled'; documentId: string; origin: Origin }
  | { kind: 'opened' | 'alsoOpen'; documentId: string }
  | { kind: 'presence'; documentId: string; states: Uint8Array }
  | { kind: 'access'; documentId: string }
  | { kind: 'alive' }
  | { kind: 'leaving' }

/**
 * How servers that share a database tell each other what happens to open documents, over the cluster adapter of
 * socket.io. Each server stores what its own members send; what another one sends is kept until that one has stored it.
 */
export class Nodes implements Peers {
  #namespace: Namespace
  #clock: Clock
  #serverId: string
  #heard = new Map<string, number>()
  #cancel: (() => void) | null = null

  constructor(namespace: Namespace, clock: Clock, serverId: string) {
    this.#namespace = namespace
    this.#clock = clock
    this.#serverId = serverId
  }

  serve(exchange: Exchange, accessChanged: (documentId: string) => Promise<void>): void {
    this.#namespace.on(EVENT, (serverId: string, letter: Letter) => {
      if (letter.kind === 'leaving') {
        this.#heard.delete(serverId)
        exchange.gone(serverId)
        return
      }
      this.#heard.set(serverId, this.#clock.now())
      void this.#read(exchange, serverId, letter, accessChanged)
    })
    this.#beat(exchange)
  }

  passOn(documentId: string, epoch: string, entries: Update[]): void {
    const bare = entries.map(({ seq, update }) => ({ seq, update: Buffer.from(update) }))
    this.#send({ kind: 'updates', documentId, epoch, entries: bare })
  }

  settled(documentId: string, origin: Origin): void {
    this.#send({ kind: 'settled', documentId, origin })
  }

  opened(documentId: string): void {
    this.#send({ kind: 'opened', documentId })
  }

  alsoOpen(documentId: string): void {
    this.#send({ kind: 'alsoOpen', documentId })
  }

  presence(documentId: string, states: Uint8Array): void {
    this.#send({ kind: 'presence', documentId, states: Buffer.from(states) })
  }

  accessChanged(documentId: string): void {
    this.#send({ kind: 'access', documentId })
  }

  stop(): void {
    this.#cancel?.()
    this.#send({ kind: 'leaving' })
  }

  #send(letter: Letter): void {
    this.#namespace.serverSideEmit(EVENT, this.#serverId, letter)
  }

  async #read(
    exchange: Exchange,
    serverId: string,
    letter: Letter,
    accessChanged: (documentId: string) => Promise<void>,
  ): Promise<void> {
    switch (letter.kind) {
      case 'updates': {
        const entries = letter.entries.map(({ seq, update }) => ({ seq, update: new Uint8Array(update) }))
        return exchange.passedOn(letter.documentId, { epoch: letter.epoch, entries })
      }
      case 'settled':
        return exchange.settled(letter.documentId, letter.origin)
      case 'opened':
        return exchange.openedElsewhere(letter.documentId)
      case 'alsoOpen':
        return exchange.alsoOpenElsewhere(letter.documentId)
      case 'presence':
        return exchange.presenceElsewhere(letter.documentId, serverId, new Uint8Array(letter.states))
      case 'access':
        return accessChanged(letter.documentId)
      case 'alive':
      case 'leaving':
        return
      default:
        letter satisfies never
    }
  }

  #beat(exchange: Exchange): void {
    this.#send({ kind: 'alive' })
    for (const [serverId, at] of this.#heard) {
      if (this.#clock.now() - at < SILENCE) continue
      this.#heard.delete(serverId)
      exchange.gone(serverId)
    }
    this.#cancel = this.#clock.after(HEARTBEAT, () => this.#beat(exchange))
  }
}
