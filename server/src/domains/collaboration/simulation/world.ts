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

type Server = { exchange: Exchange; kill(): void }

/** Clients, servers that can die and come back, the store they share, and the network between them all. */
export class World {
  readonly chance: Chance
  readonly clock = new VirtualClock()
  readonly store: MemoryStore
  readonly clients: Client[] = []
  weather: Weather = { drop: 0, duplicate: 0, delay: 30, ordered: true }
  limits: Limits = { ...limits, tailUpdates: 15, idle: 500 }
  #servers = new Map<number, Server>()
  #places = new Map<Client, number>()
  #connections = 0
  #epochs = 0
  #clientIds = 0
  #streamedAt = 0

  constructor(seed: number) {
    this.chance = chance(seed)
    this.store = new MemoryStore(this.clock, this.chance)
  }

  startServer(place = 0): void {
    const { clock, kill } = mortal(this.clock)
    const journal = new Journal(this.store, clock, { wrote: () => undefined, failed: () => undefined })
    const exchange = new Exchange({
      peers: {
        passOn: (documentId, epoch, entries) =>
          this.#stream(place, other => void other.passedOn(documentId, { epoch, entries })),
        settled: (documentId, origin) => this.#stream(place, other => other.settled(documentId, origin)),
        opened: documentId => this.#stream(place, other => other.openedElsewhere(documentId)),
        alsoOpen: documentId => this.#stream(place, other => void other.alsoOpenElsewhere(documentId)),
        presence: (documentId, states) =>
          this.#stream(place, other => other.presenceElsewhere(documentId, String(place), states)),
      },
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
    this.#servers.set(place, { exchange, kill })
  }

  killServer(place = 0): void {
    this.#servers.get(place)?.kill()
    this.#servers.delete(place)
    for (const client of this.clients) if (this.#places.get(client) === place) client.socket.close()
  }

  running(place = 0): boolean {
    return this.#servers.has(place)
  }

  /** What one server tells the others arrives in one order everywhere, a little later, or never if that one is dead. */
  #stream(from: number, tell: (other: Exchange) => void): void {
    this.#streamedAt = Math.max(this.#streamedAt, this.clock.now() + 1 + this.chance.below(15))
    this.clock.after(this.#streamedAt - this.clock.now(), () => {
      for (const [place, { exchange }] of this.#servers) if (place !== from) tell(exchange)
    })
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

  connect(client: Client, place = 0): void {
    const server = this.#servers.get(place)
    if (!server || client.socket.connected) return
    this.#places.set(client, place)
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
      if (server === this.#servers.get(place)) server.exchange.leave(memberId, DOCUMENT)
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
