import type { CollaborationToClient, JoinReply } from '@colloquy/shared/contract/collaboration'
import { Problem } from '@colloquy/shared/contract/problems'
import type { Role } from '@colloquy/shared/contract/spaces'
import type { Clock } from '@colloquy/shared/sync/clock'
import { Copy, type Origin } from './copy.ts'
import type { Journal } from './journal.ts'
import type { Limits } from './limits.ts'
import { type Member, OpenDocument } from './open-document.ts'
import { type Squashed, squashStored } from './squash.ts'
import type { Store } from './store.ts'

export type Message<Name extends keyof CollaborationToClient> = Parameters<CollaborationToClient[Name]>[0]

/** Sends one message to many members but one; encoding it once is the sender's business. */
export type Broadcast = <Name extends keyof CollaborationToClient>(
  members: Iterable<Member>,
  except: Member | null,
  name: Name,
  message: Message<Name>,
) => void

/** The other servers that have the same documents open, when there are any. */
export type Peers = {
  passOn(documentId: string, epoch: string, entries: { seq: number; update: Uint8Array }[]): void
  settled(documentId: string, origin: Origin): void
  opened(documentId: string): void
  /** Answers `opened`, after what is not on disk was passed on. */
  alsoOpen(documentId: string): void
  presence(documentId: string, states: Uint8Array): void
}

type PassedOn = { epoch: string; entries: { seq: number; update: Uint8Array }[] }

export type Surroundings = {
  peers: Peers | null
  store: Store
  journal: Journal
  clock: Clock
  limits: Limits
  broadcast: Broadcast
  squash: (updates: Uint8Array[]) => Promise<Squashed>
  newEpoch: () => string
  /** Somebody's edits of a document are on disk. */
  edited: (documentId: string) => void
  warn: (message: string, details: Record<string, unknown>) => void
}

export type JoinRequest = {
  documentId: string
  stateVector: Uint8Array
  reached?: { epoch: string; seq: number } | undefined
}

/**
 * How long to wait, in milliseconds, before looking again for what an update of another server rests on, and how
 * often. What has not turned up by then went down with its server; its author still has it.
 */
const CATCH_UP = 200
const CATCH_UPS = 50
/** How long, in milliseconds, a write of a server that is dead may take to land. */
const LAST_WRITE = 5000

/**
 * The server's side of the protocol, with no transport, database or clock in it: which documents are open, who is
 * in them, and what becomes of an update. Whoever calls it has authenticated the member and looked up the role.
 */
export class Exchange {
  #around: Surroundings
  #open = new Map<string, Promise<OpenDocument>>()
  #loaded = new Map<string, OpenDocument>()
  /** What other servers pass on while a document is being read. */
  #early = new Map<string, PassedOn[]>()

  constructor(surroundings: Surroundings) {
    this.#around = surroundings
  }

  get documents(): ReadonlyMap<string, OpenDocument> {
    return this.#loaded
  }

  /** Lets a member into a document. Joins that come at once share one load; a second one replaces the first. */
  async join(member: Member, role: Role, request: JoinRequest): Promise<JoinReply> {
    let document = await this.#get(request.documentId)
    // It may have been unloaded in the very moment of asking.
    while (this.#loaded.get(request.documentId) !== document) document = await this.#get(request.documentId)
    if (!member.connected) {
      if (document.empty) this.#unloadLater(document)
      throw new Problem('gone', 'The connection ended before the document was there')
    }
    document.seat(member, role)
    return {
      ok: true,
      role,
      ...document.copy.mark,
      updates: document.copy.lackedBy(request.stateVector, request.reached),
      stateVector: document.copy.stateVector,
    }
  }

  leave(memberId: string, documentId: string): void {
    const document = this.#loaded.get(documentId)
    if (document?.unseat(memberId) && document.empty) this.#unloadLater(document)
  }

  /** Takes a member's edits: passes them on at once and resolves, with their numbers, when they are on disk. */
  async update(memberId: string, documentId: string, updates: Uint8Array[]): Promise<number[]> {
    const { journal, limits, edited } = this.#around
    const document = this.#loaded.get(documentId)
    const seat = document?.seats.get(memberId)
    if (!document || !seat) throw new Problem('conflict', 'Join the document first')
    if (seat.role !== 'editor') throw new Problem('forbidden', 'You may read this document, not change it')
    if (journal.bytes > limits.unsavedBytes)
      throw new Problem(
        'unavailable',
        'The server cannot store edits right now; yours are kept and sent again',
      )
    const entries = document.copy.take(updates, limits.documentBytes)
    for (const { seq, update } of entries) document.tell(seat.member, 'update', { documentId, seq, update })
    const { epoch } = document.copy
    if (entries.length > 0) this.#around.peers?.passOn(documentId, epoch, entries)
    await document.write(entries)
    const last = entries.at(-1)
    if (last) {
      this.#around.peers?.settled(documentId, { epoch, seq: last.seq })
      edited(documentId)
      this.#squashWhenLong(document)
    }
    return entries.map(({ seq }) => seq)
  }

  awareness(memberId: string, documentId: string, states: Uint8Array): void {
    this.#loaded.get(documentId)?.showPresence(memberId, states)
  }

  /** Everything a document holds, edits on their way to the disk included, without opening it to anybody. */
  async read(documentId: string): Promise<Uint8Array[]> {
    const open = this.#loaded.get(documentId)
    if (open) return open.copy.all
    const { snapshot, records } = await this.#around.store.read(documentId)
    return new Copy('', snapshot, records).all
  }

  /** Gives an open document's members new roles; without one they are shown out. */
  async changeRoles(documentId: string, roleOf: (member: Member) => Promise<Role | null>): Promise<void> {
    const document = this.#loaded.get(documentId)
    if (!document) return
    for (const { member, role: before } of [...document.seats.values()]) {
      const role = await roleOf(member)
      if (role === before || !document.seats.has(member.memberId)) continue
      if (role) document.seat(member, role)
      else this.leave(member.memberId, documentId)
      this.#around.broadcast([member], null, 'role', { documentId, role })
    }
  }

  /** Takes updates that another server had from its members. */
  async passedOn(documentId: string, { epoch, entries }: PassedOn): Promise<void> {
    const document = this.#loaded.get(documentId)
    if (!document) {
      this.#early.get(documentId)?.push({ epoch, entries })
      return
    }
    for (const { seq, update } of entries) {
      let entry = document.copy.receive(update, { epoch, seq })
      for (let tries = 0; entry === 'gap' && tries < CATCH_UPS; tries++) {
        await this.#catchUp(document)
        entry = document.copy.receive(update, { epoch, seq })
      }
      if (entry && entry !== 'gap') document.receive([entry])
    }
  }

  /** Brings a copy that missed something up to what is stored; what is not there yet may be in a moment. */
  async #catchUp(document: OpenDocument): Promise<void> {
    const { store, clock, warn } = this.#around
    try {
      const { snapshot, records } = await store.read(document.documentId)
      document.receive(document.copy.absorb(snapshot, records))
    } catch (error) {
      warn('a document could not be read again', { documentId: document.documentId, error })
    }
    await new Promise<void>(resolve => clock.after(CATCH_UP, resolve))
  }

  /** Another server has written its updates up to a number. */
  settled(documentId: string, origin: Origin): void {
    this.#loaded.get(documentId)?.copy.settled(origin)
  }

  /** Another server has just opened a document: it gets what is here and not on disk, and who is here. */
  openedElsewhere(documentId: string): void {
    const document = this.#loaded.get(documentId)
    if (!document) return
    const { own, epoch } = document.copy
    if (own.length > 0) this.#around.peers?.passOn(documentId, epoch, own)
    this.#around.peers?.alsoOpen(documentId)
    this.showOwn(document)
  }

  /**
   * Another server has a document open that was opened here a moment ago. What it wrote between the reading here and
   * its answer was in neither, so it is read again.
   */
  async alsoOpenElsewhere(documentId: string): Promise<void> {
    const document = this.#loaded.get(documentId)
    if (document) await this.#catchUp(document)
  }

  presenceElsewhere(documentId: string, serverId: string, states: Uint8Array): void {
    this.#loaded.get(documentId)?.attendance.showElsewhere(serverId, states)
  }

  /** Tells the other servers again who is here. */
  showOwn(document: OpenDocument): void {
    const states = document.attendance.own()
    if (states) this.#around.peers?.presence(document.documentId, states)
  }

  /** Another server is gone, and its members with it. What it had not written is written here. */
  gone(serverId: string): void {
    for (const document of this.#loaded.values()) {
      document.attendance.gone(serverId)
      void document.write([])
    }
  }

  /** Squashes what is worth it, so that the next start opens documents at their size. Call after the journal stopped. */
  async stop(): Promise<void> {
    for (const document of this.#loaded.values()) {
      document.close()
      await this.#squashWhenIdle(document)
    }
    this.#loaded.clear()
    this.#open.clear()
  }

  #get(documentId: string): Promise<OpenDocument> {
    const open = this.#open.get(documentId)
    if (open) return open
    const loading = this.#load(documentId)
    this.#open.set(documentId, loading)
    loading.catch(() => this.#open.delete(documentId))
    return loading
  }

  async #load(documentId: string): Promise<OpenDocument> {
    const { store, newEpoch, warn, peers } = this.#around
    this.#early.set(documentId, [])
    const { snapshot, records } = await store.read(documentId).catch(error => {
      this.#early.delete(documentId)
      throw error
    })
    const copy = new Copy(newEpoch(), snapshot, records)
    if (copy.lacking > 0)
      warn('a document rests on edits that are not there', { documentId, updates: copy.lacking })
    const document = new OpenDocument(documentId, copy, this.#around)
    this.#loaded.set(documentId, document)
    const early = this.#early.get(documentId) ?? []
    this.#early.delete(documentId)
    for (const passedOn of early) void this.passedOn(documentId, passedOn)
    // What the others have not written yet is in neither of the two.
    peers?.opened(documentId)
    // A server that died at this moment cannot answer, and its last write may land after the reading here.
    if (peers) this.#around.clock.after(LAST_WRITE, () => void this.alsoOpenElsewhere(documentId))
    return document
  }

  #squashWhenLong(document: OpenDocument): void {
    const { tailShare, tailBytes, tailUpdates } = this.#around.limits
    const { updates, bytes } = document.copy.tail
    const long = bytes > Math.max(tailBytes, (document.copy.bytes - bytes) * tailShare)
    if (long || updates > tailUpdates) void this.#squash(document)
  }

  async #squashWhenIdle(document: OpenDocument): Promise<void> {
    const { idleTailUpdates, idleTailBytes } = this.#around.limits
    const { updates, bytes } = document.copy.tail
    if (updates > idleTailUpdates || bytes > idleTailBytes) await this.#squash(document)
  }

  async #squash(document: OpenDocument): Promise<void> {
    if (document.squashing) return
    document.squashing = true
    const { store, squash, warn } = this.#around
    const { saved } = document.copy.mark
    try {
      const snapshot = await squashStored(store, document.documentId, squash)
      if (snapshot) document.copy.squashed(snapshot.update, saved)
    } catch (error) {
      // reason: nothing is lost by a long tail; the next update or the next start tries again.
      warn('a document could not be squashed', { documentId: document.documentId, error })
    } finally {
      document.squashing = false
    }
  }

  #unloadLater(document: OpenDocument): void {
    const { clock, limits } = this.#around
    document.whenIdle(
      clock.after(limits.idle, async () => {
        if (!document.empty) return
        const { seq, saved } = document.copy.mark
        if (seq === saved && !document.squashing) await this.#squashWhenIdle(document)
        if (!document.empty) return
        if (document.copy.mark.seq !== document.copy.mark.saved || document.squashing)
          return this.#unloadLater(document)
        document.close()
        this.#loaded.delete(document.documentId)
        this.#open.delete(document.documentId)
      }),
    )
  }
}
