import { Problem } from '@colloquy/shared/contract/problems'
import { CollaborationProvider } from '@colloquy/shared/sync/provider'
import { Doc } from 'yjs'
import { Exchange } from '../exchange.ts'
import { Journal } from '../journal.ts'
import { type Limits, limits } from '../limits.ts'
import type { Member } from '../open-document.ts'
import { squash } from '../squash.ts'
import { type Chance, chance } from './chance.ts'
import { MemoryStore } from './memory-store.ts'
import { FakeSocket, type Weather } from './network.ts'
import { mortal, VirtualClock } from './virtual-clock.ts'

export const DOCUMENT = 'aaaaaaaaaaaaaaaa'

/** A person at work: a document, the real provider, and every edit made here with how many of them were shown as saved. */
export class Client {
  readonly doc = new Doc()
  readonly socket: FakeSocket
  readonly provider: CollaborationProvider
  readonly edits: Uint8Array[] = []
  acknowledged = 0

  constructor(world: World, clientId: number) {
    this.doc.clientID = clientId
    this.socket = new FakeSocket(world.clock, world.chance, () => world.weather)
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === null) this.edits.push(update)
    })
    const { socket, doc } = this
    this.provider = new CollaborationProvider({ documentId: DOCUMENT, doc, socket, clock: world.clock })
  }

  get text(): string {
    return this.doc.getText('t').toString()
  }

  /** Called between turns: the honest count of what this person was told is safe. */
  note(): void {
    this.acknowledged = Math.max(this.acknowledged, this.edits.length - this.provider.unsaved)
  }
}

/** Clients, one server that can die and come back, its store, and the network between them. */
export class World {
  readonly chance: Chance
  readonly clock = new VirtualClock()
  readonly store: MemoryStore
  readonly clients: Client[] = []
  weather: Weather = { drop: 0, duplicate: 0, delay: 30, ordered: true }
  limits: Limits = { ...limits, tailUpdates: 15, idle: 500 }
  #server: { exchange: Exchange; journal: Journal; kill(): void } | null = null
  #connections = 0
  #epochs = 0
  #clientIds = 0

  constructor(seed: number) {
    this.chance = chance(seed)
    this.store = new MemoryStore(this.clock, this.chance)
  }

  startServer(): void {
    const { clock, kill } = mortal(this.clock)
    const journal = new Journal(this.store, clock, { wrote: () => undefined, failed: () => undefined })
    const exchange = new Exchange({
      store: this.store,
      journal,
      clock,
      limits: this.limits,
      broadcast: (members, except, name, message) => {
        for (const member of members) {
          if (member !== except) this.#sockets.get(member.memberId)?.deliver(name, message)
        }
      },
      squash: async updates => squash(updates),
      newEpoch: () => `epoch ${++this.#epochs}`,
      edited: () => undefined,
      warn: () => undefined,
    })
    this.#server = { exchange, journal, kill }
  }

  killServer(): void {
    this.#server?.kill()
    this.#server = null
    for (const client of this.clients) client.socket.close()
    this.#sockets.clear()
  }

  get running(): boolean {
    return this.#server !== null
  }

  addClient(): Client {
    const client = new Client(this, ++this.#clientIds)
    this.clients.push(client)
    return client
  }

  /** For good, as when a tab is discarded. */
  removeClient(client: Client): void {
    this.disconnect(client)
    client.provider.destroy()
    this.clients.splice(this.clients.indexOf(client), 1)
  }

  #sockets = new Map<string, FakeSocket>()

  connect(client: Client): void {
    const server = this.#server
    if (!server || client.socket.connected) return
    const memberId = `connection ${++this.#connections}`
    const { socket } = client
    this.#sockets.set(memberId, socket)
    const life = { over: false }
    const member: Member = {
      memberId,
      accountId: memberId,
      get connected() {
        return !life.over
      },
      name: memberId,
    }
    socket.on('disconnect', () => {
      if (life.over) return
      life.over = true
      this.#sockets.delete(memberId)
      if (server === this.#server) server.exchange.leave(memberId, DOCUMENT)
    })
    const { exchange } = server
    socket.open((name, request, answer) => {
      // reason: the fake network carries what the real one has parsed
      const message = request as { stateVector: Uint8Array; updates: Uint8Array[]; awareness: Uint8Array }
      const work = {
        join: () => exchange.join(member, 'editor', { documentId: DOCUMENT, ...message }),
        update: async () => ({ ok: true, seqs: await exchange.update(memberId, DOCUMENT, message.updates) }),
        awareness: async () => exchange.awareness(memberId, DOCUMENT, message.awareness),
        leave: async () => exchange.leave(memberId, DOCUMENT),
      }[name]
      work().then(answer, error => answer(reportOf(error)))
    })
  }

  disconnect(client: Client): void {
    client.socket.close()
  }

  /** Lets time pass, noting all the while what people are told. */
  async pass(ms: number): Promise<void> {
    const end = this.clock.now() + ms
    while (this.clock.now() < end) {
      await this.clock.until(Math.min(end, this.clock.now() + 10))
      for (const client of this.clients) client.note()
    }
  }
}

const reportOf = (error: unknown) =>
  (error instanceof Problem ? error : new Problem('unavailable', String(error))).report()
