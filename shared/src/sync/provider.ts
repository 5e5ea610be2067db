import { applyUpdate, type Doc, decodeStateVector, encodeStateAsUpdate, encodeStateVector } from 'yjs'
import type { Answer, CollaborationToClient, JoinReply } from '../contract/collaboration.ts'
import type { ProblemReport } from '../contract/problems.ts'
import type { Role } from '../contract/spaces.ts'
import type { Clock } from './clock.ts'
import { Inbox } from './inbox.ts'
import { bringsNew, covers, inspect, learnAll, onlyDeletes } from './knowledge.ts'
import { type Batch, mergeAll, Outbox } from './outbox.ts'
import { Presence } from './presence.ts'
import type { CollaborationSocket, OfflineCopy } from './socket.ts'
import { type CollaborationStatus, sameStatus, statusOf } from './status.ts'

/** Milliseconds: an answer this late shows as *retrying*; so late, and the connection is taken up afresh. */
const STALLED = 3000
const LOST = 20_000
/** How long to wait before asking again after a refusal that passes. */
const PAUSE = 1000
/** How long edits are collected while earlier ones are on their way to the disk. */
const COLLECT = 5
/** Messages that may be on their way at once; what comes after waits here and not in the server's memory. */
const WINDOW = 200

type TimerName = 'stall' | 'lost' | 'pause' | 'collect'

export type ProviderOptions = {
  documentId: string
  doc: Doc
  socket: CollaborationSocket
  clock: Clock
  presence?: Presence
  offline?: OfflineCopy
}

/**
 * Keeps one Y.Doc and the server's copy of a document the same. See `contract/collaboration.ts` for the protocol.
 * `awareness` and `document` have the names that the editor's collaboration extensions look for.
 */
export class CollaborationProvider {
  readonly documentId: string
  readonly document: Doc
  readonly awareness: Presence
  /** Resolves when the document first holds everything the server holds. */
  readonly synced: Promise<void>

  #socket: CollaborationSocket
  #clock: Clock
  #offline: OfflineCopy | null
  #outbox = new Outbox()
  #inbox = new Inbox()
  #role: Role | null = null
  #connection: 'starting' | 'joined' | 'lost' = 'starting'
  #problem: ProblemReport | null = null
  #stalled = false
  /** Edits kept from an earlier visit: what they are exactly is found out by comparing with the server. */
  #restoredEdits = false
  #restored: boolean
  /** Answers to messages of an earlier join no longer count. */
  #generation = 0
  #flushing = false
  #destroyed = false
  #sentAt = Number.NEGATIVE_INFINITY
  #timers = new Map<TimerName, () => void>()
  #listeners = new Set<() => void>()
  #afterwards: (() => void)[] = []
  #status: CollaborationStatus = { state: 'connecting', waiting: 0 }
  #resolveSynced: () => void = () => undefined

  constructor({ documentId, doc, socket, clock, presence, offline }: ProviderOptions) {
    this.documentId = documentId
    this.document = doc
    this.awareness = presence ?? new Presence(doc, clock)
    this.synced = new Promise(resolve => {
      this.#resolveSynced = resolve
    })
    this.#socket = socket
    this.#clock = clock
    this.#offline = offline ?? null
    this.#restored = !offline
    doc.on('update', this.#onEdit)
    socket.on('connect', this.#onConnect)
    socket.on('disconnect', this.#onDisconnect)
    socket.on('connect_error', this.#onRefused)
    socket.on('update', this.#onUpdate)
    socket.on('mark', this.#onMark)
    socket.on('awareness', this.#onAwareness)
    socket.on('role', this.#onRole)
    offline?.restored.then(({ waiting }) => {
      if (this.#destroyed) return
      this.#restored = true
      this.#restoredEdits = waiting > 0
      this.#outbox.expect(waiting)
      this.#show()
      this.#join()
    })
    this.#join()
  }

  /** The current state, the same object until it changes. */
  get status(): CollaborationStatus {
    return this.#status
  }

  /** What the server lets this person do with the document; `null` until it has said so. */
  get role(): Role | null {
    return this.#role
  }

  /** Local edits that are not known to be on the server's disk. */
  get unsaved(): number {
    return this.#outbox.edits
  }

  /** Calls back on every change of `status` or `role`; the returned function stops that. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Calls back once the provider is destroyed. */
  onDestroy(listener: () => void): void {
    this.#afterwards.push(listener)
  }

  /** Leaves the document for good. The Y.Doc stays as it is. */
  destroy(): void {
    if (this.#destroyed) return
    this.#destroyed = true
    this.document.off('update', this.#onEdit)
    this.#socket.off('connect', this.#onConnect)
    this.#socket.off('disconnect', this.#onDisconnect)
    this.#socket.off('connect_error', this.#onRefused)
    this.#socket.off('update', this.#onUpdate)
    this.#socket.off('mark', this.#onMark)
    this.#socket.off('awareness', this.#onAwareness)
    this.#socket.off('role', this.#onRole)
    for (const cancel of this.#timers.values()) cancel()
    this.awareness.disconnect()
    this.awareness.destroy()
    this.#offline?.destroy()
    if (this.#socket.connected) this.#socket.send('leave', { documentId: this.documentId })
    this.#listeners.clear()
    for (const listener of this.#afterwards) listener()
  }

  #onConnect = () => this.#join()

  #onDisconnect = () => {
    this.#generation++
    this.#connection = 'lost'
    this.#outbox.rewind()
    this.#cancelTimers()
    this.awareness.disconnect()
    this.#show()
  }

  #onRefused = ({ data }: { data?: unknown }) => {
    this.#connection = 'lost'
    if (isReport(data) && data.type === 'unauthenticated') this.#problem = data
    this.#show()
  }

  #onEdit = (update: Uint8Array, origin: unknown) => {
    if (origin === this || (this.#offline && origin === this.#offline.origin)) return
    this.#outbox.add(update)
    this.#show()
    this.#flushSoon()
  }

  #onUpdate: CollaborationToClient['update'] = ({ documentId, seq, update }) => {
    if (documentId !== this.documentId) return
    const bytes = asBytes(update)
    this.#inbox.receive(seq, bytes)
    applyUpdate(this.document, bytes, this)
  }

  #onMark: CollaborationToClient['mark'] = mark => {
    if (mark.documentId !== this.documentId || this.#connection !== 'joined') return
    this.#inbox.marked(mark)
    this.#joinAgainWhenIncomplete()
  }

  /** An own update that is still unanswered also leaves a gap. */
  #joinAgainWhenIncomplete(): void {
    if (!this.#inbox.complete && this.#outbox.inFlight === 0) this.#join()
  }

  #onAwareness: CollaborationToClient['awareness'] = ({ documentId, awareness }) => {
    if (documentId === this.documentId) this.awareness.receive(asBytes(awareness))
  }

  #onRole: CollaborationToClient['role'] = ({ documentId, role }) => {
    if (documentId !== this.documentId) return
    this.#takeRole(role)
    if (role === null) {
      this.#generation++
      this.#connection = 'lost'
      this.#problem = report('missing', 'This document is no longer shared with you', 404)
      this.awareness.disconnect()
    } else if (this.#connection !== 'joined' || role === 'editor') this.#join()
    this.#show()
  }

  #takeRole(role: Role | null): void {
    this.#role = role
    const refused = role !== 'editor' && this.#outbox.edits > 0
    this.#problem = refused ? report('forbidden', 'You may read this document, not change it', 403) : null
    for (const listener of this.#listeners) listener()
  }

  /** Starts or restarts the exchange of what each side lacks. */
  #join(): void {
    if (this.#destroyed || !this.#socket.connected || !this.#restored) return
    const generation = ++this.#generation
    this.#outbox.rewind()
    this.#cancelTimers()
    this.#timer('lost', LOST, () => this.#join())
    const reached = this.#inbox.reached
    this.#socket.send(
      'join',
      {
        documentId: this.documentId,
        stateVector: encodeStateVector(this.document),
        ...(reached ? { reached } : {}),
      },
      reply => {
        if (generation !== this.#generation || this.#destroyed) return
        if ('ok' in reply) this.#joined(reply)
        else this.#refused(reply, () => this.#join())
      },
    )
  }

  #joined(reply: JoinReply): void {
    this.#cancelTimers()
    this.document.transact(() => {
      for (const update of reply.updates) applyUpdate(this.document, asBytes(update), this)
    }, this)
    this.#connection = 'joined'
    this.#stalled = false
    const handBack = this.#inbox.join(reply)
    if (reply.role === 'editor') this.#gatherWhatTheServerLacks(asBytes(reply.stateVector), handBack)
    this.#takeRole(reply.role)
    this.awareness.connect(states => {
      if (this.#connection === 'joined')
        this.#socket.send('awareness', { documentId: this.documentId, awareness: states })
    })
    this.#resolveSynced()
    this.#show()
    this.#flushSoon()
  }

  /**
   * Normally that is the outbox, and updates of others that an earlier server may have taken down with it. When these
   * do not make up the difference, or there are edits from an earlier visit, everything the server lacks goes at once.
   */
  #gatherWhatTheServerLacks(stateVector: Uint8Array, received: Uint8Array[]): void {
    const knowledge = decodeStateVector(stateVector)
    const lacking = received.filter(update => {
      const contents = inspect(update)
      return contents && (bringsNew(contents, knowledge) || contents.deletes.length > 0)
    })
    const own = this.#outbox.updates()
    const fitting = learnAll(knowledge, [...lacking, ...own])
    const handBack = lacking.map(update => {
      if (fitting.has(update)) return update
      // It rests on what got lost on the way here; its deletions took effect all the same.
      return onlyDeletes(inspect(update)?.deletes ?? [], knowledge)
    })
    const mine = decodeStateVector(encodeStateVector(this.document))
    if (this.#restoredEdits || !covers(knowledge, mine)) {
      this.#outbox.replace(encodeIntegrated(this.document, stateVector), Math.max(1, this.#outbox.edits))
      this.#restoredEdits = false
    } else if (handBack.length > 0) {
      // Each may rest on the other, so they go as one.
      this.#outbox.replace(mergeAll([...handBack, ...own]), this.#outbox.edits)
    }
  }

  /** A flood within one turn, and everything typed while an answer is due, becomes one message. */
  #flushSoon(): void {
    if (this.#flushing) return
    this.#flushing = true
    Promise.resolve().then(() => {
      this.#flushing = false
      this.#flush()
    })
  }

  /**
   * A keystroke goes out at once. While one is on its way to the disk, the next ones are collected for a moment, never
   * for as long as a disk may take; a flood so becomes a few messages a second.
   */
  #flush(): void {
    if (this.#destroyed || this.#connection !== 'joined' || this.#role !== 'editor' || this.#problem) return
    if (this.#timers.has('pause') || this.#timers.has('collect')) return
    if (this.#outbox.inFlight > 0 && this.#clock.now() - this.#sentAt < COLLECT) {
      this.#timer('collect', COLLECT, () => this.#flush())
      return
    }
    const batch = this.#outbox.inFlight < WINDOW ? this.#outbox.take() : null
    if (!batch) return
    this.#sentAt = this.#clock.now()
    const generation = this.#generation
    this.#awaitAnswer()
    this.#socket.send('update', { documentId: this.documentId, updates: batch.updates }, answer => {
      if (!this.#destroyed) this.#answered(batch, answer, generation)
    })
    if (this.#outbox.hasMore) this.#flushSoon()
  }

  #answered(
    batch: Batch,
    answer: Parameters<Answer<{ ok: true; seqs: number[] }>>[0],
    generation: number,
  ): void {
    if ('ok' in answer) {
      this.#outbox.settle(batch)
      if (generation === this.#generation) this.#inbox.sent(answer.seqs)
      this.#stalled = false
      this.#cancel('stall')
      this.#cancel('lost')
      if (this.#outbox.inFlight > 0) this.#awaitAnswer()
      else this.#cancel('collect')
      this.#show()
      this.#flushSoon()
      if (generation === this.#generation && this.#connection === 'joined') this.#joinAgainWhenIncomplete()
    } else if (generation === this.#generation) {
      // Those sent after it rest on it and will be refused as well: all of them go again, in order.
      this.#generation++
      this.#outbox.rewind()
      this.#refused(answer, () => this.#flush())
    }
  }

  #awaitAnswer(): void {
    if (!this.#timers.has('lost')) this.#timer('lost', LOST, () => this.#join())
    if (this.#stalled || this.#timers.has('stall')) return
    this.#timer('stall', STALLED, () => {
      this.#stalled = true
      this.#show()
    })
  }

  /** Some refusals pass by themselves, one means that the two copies lost touch, the others are final. */
  #refused(problem: ProblemReport, again: () => void): void {
    this.#cancelTimers()
    switch (problem.type) {
      case 'unavailable':
      case 'internal':
      case 'tooMany':
        this.#stalled = true
        this.#timer('pause', PAUSE, again)
        break
      case 'conflict':
        this.#timer('pause', PAUSE, () => this.#join())
        break
      default:
        this.#problem = problem
        if (this.#connection !== 'joined') this.#connection = 'lost'
    }
    this.#show()
  }

  #show(): void {
    this.#offline?.keep(this.#outbox.edits)
    const status = statusOf({
      edits: this.#outbox.edits,
      connection: this.#connection,
      stalled: this.#stalled,
      problem: this.#problem,
    })
    if (sameStatus(status, this.#status)) return
    this.#status = status
    for (const listener of this.#listeners) listener()
  }

  #timer(name: TimerName, ms: number, run: () => void): void {
    this.#timers.get(name)?.()
    this.#timers.set(
      name,
      this.#clock.after(ms, () => {
        this.#timers.delete(name)
        run()
      }),
    )
  }

  #cancel(name: TimerName): void {
    this.#timers.get(name)?.()
    this.#timers.delete(name)
  }

  #cancelTimers(): void {
    for (const cancel of this.#timers.values()) cancel()
    this.#timers.clear()
  }
}

/** The difference without what Yjs has parked for want of something else: that is not this copy's to send. */
function encodeIntegrated(doc: Doc, stateVector: Uint8Array): Uint8Array {
  const { store } = doc
  const { pendingStructs, pendingDs } = store
  store.pendingStructs = null
  store.pendingDs = null
  try {
    return encodeStateAsUpdate(doc, stateVector)
  } finally {
    store.pendingStructs = pendingStructs
    store.pendingDs = pendingDs
  }
}

/** Parsers hand binary data over as a Uint8Array or, in browsers, as an ArrayBuffer. */
const asBytes = (data: Uint8Array | ArrayBuffer): Uint8Array =>
  data instanceof ArrayBuffer ? new Uint8Array(data) : data

const report = (type: ProblemReport['type'], title: string, status: number): ProblemReport => ({
  type,
  title,
  status,
})

const isReport = (data: unknown): data is ProblemReport =>
  typeof data === 'object' && data !== null && 'type' in data && 'title' in data
