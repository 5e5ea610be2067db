import type { CollaborationToClient, JoinReply } from '@colloquy/shared/contract/collaboration'
import { Problem } from '@colloquy/shared/contract/problems'
import type { Role } from '@colloquy/shared/contract/spaces'
import type { Clock } from '@colloquy/shared/sync/clock'
import { Copy } from './copy.ts'
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

export type Surroundings = {
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
 * The server's side of the protocol, with no transport, database or clock in it: which documents are open, who is
 * in them, and what becomes of an update. Whoever calls it has authenticated the member and looked up the role.
 */
export class Exchange {
  #around: Surroundings
  #open = new Map<string, Promise<OpenDocument>>()
  #loaded = new Map<string, OpenDocument>()

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
    await document.write(entries)
    if (entries.length > 0) {
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

  /** Squashes what is worth it, so that the next start opens documents at their size. Call after the journal stopped. */
  async stop(): Promise<void> {
    for (const document of this.#loaded.values()) {
      document.close()
      await this.#squash(document, this.#around.limits.idleTailUpdates)
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
    const { store, newEpoch, warn } = this.#around
    const { snapshot, records } = await store.read(documentId)
    const copy = new Copy(newEpoch(), snapshot, records)
    if (copy.lacking > 0)
      warn('a document rests on edits that are not there', { documentId, updates: copy.lacking })
    const document = new OpenDocument(documentId, copy, this.#around)
    this.#loaded.set(documentId, document)
    return document
  }

  #squashWhenLong(document: OpenDocument): void {
    const { tailShare, tailBytes, tailUpdates } = this.#around.limits
    const { updates, bytes } = document.copy.tail
    const long = bytes > Math.max(tailBytes, (document.copy.bytes - bytes) * tailShare)
    if (long || updates > tailUpdates) void this.#squash(document, 0)
  }

  async #squash(document: OpenDocument, above: number): Promise<void> {
    if (document.squashing || document.copy.tail.updates <= above) return
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
        if (seq === saved && !document.squashing) await this.#squash(document, limits.idleTailUpdates)
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
