import type { CollaborationToClient } from '@colloquy/shared/contract/collaboration'
import type { Role } from '@colloquy/shared/contract/spaces'
import { Attendance } from './attendance.ts'
import type { Copy, Entry } from './copy.ts'
import type { Message, Surroundings } from './exchange.ts'

/** One connection of one person. */
export type Member = {
  readonly memberId: string
  readonly accountId: string
  readonly connected: boolean
  readonly name: string
}

type Seat = { readonly member: Member; readonly role: Role }

/** A document that somebody has open: its copy, who is in it, and what they still have to be told. */
export class OpenDocument {
  readonly documentId: string
  readonly copy: Copy
  readonly seats = new Map<string, Seat>()
  squashing = false

  #around: Pick<Surroundings, 'broadcast' | 'clock' | 'journal' | 'limits' | 'peers'>
  #attendance: Attendance
  #lastWrite: Promise<void> = Promise.resolve()
  #cancelMark: (() => void) | null = null
  #repeating = false
  #cancelIdle: (() => void) | null = null

  constructor(
    documentId: string,
    copy: Copy,
    around: Pick<Surroundings, 'broadcast' | 'clock' | 'journal' | 'limits' | 'peers'>,
  ) {
    this.documentId = documentId
    this.copy = copy
    this.#around = around
    this.#attendance = new Attendance(around.clock, (awareness, own) => {
      this.tell(null, 'awareness', { documentId, awareness })
      if (own) around.peers?.presence(documentId, own)
    })
  }

  get empty(): boolean {
    return this.seats.size === 0
  }

  seat(member: Member, role: Role): void {
    this.#cancelIdle?.()
    this.#cancelIdle = null
    const newcomer = !this.seats.has(member.memberId)
    this.seats.set(member.memberId, { member, role })
    const states = newcomer && this.#attendance.everybody()
    if (states)
      this.#around.broadcast([member], null, 'awareness', { documentId: this.documentId, awareness: states })
  }

  unseat(memberId: string): boolean {
    this.#attendance.gone(memberId)
    return this.seats.delete(memberId)
  }

  tell<Name extends keyof CollaborationToClient>(
    except: Member | null,
    name: Name,
    message: Message<Name>,
  ): void {
    this.#around.broadcast(this.#members(), except, name, message)
  }

  showPresence(memberId: string, states: Uint8Array): void {
    const seat = this.seats.get(memberId)
    if (seat) this.#attendance.show(seat.member, states)
  }

  /**
   * Resolves when these entries and all that came before are on disk. What another server is still writing goes along:
   * these entries may rest on it, and that server may die.
   */
  write(entries: Entry[]): Promise<void> {
    const all = [...this.copy.borrowed, ...entries]
    if (all.length === 0) return this.#lastWrite
    for (const entry of all) entry.taken = true
    const updates = all.map(({ update }) => update)
    this.#lastWrite = this.#around.journal.append(this.documentId, updates).then(() => {
      this.copy.saved(all)
      this.#markSoon()
    })
    return this.#lastWrite
  }

  /** Tells members what came from elsewhere. What its server has not written by the next mark is written here. */
  receive(entries: Entry[]): void {
    for (const { seq, update } of entries)
      this.tell(null, 'update', { documentId: this.documentId, seq, update })
    if (entries.length > 0) this.#markSoon()
  }

  get attendance(): Attendance {
    return this.#attendance
  }

  /** Notes how to call off the unloading, should somebody come after all. */
  whenIdle(cancel: () => void): void {
    this.#cancelIdle?.()
    this.#cancelIdle = cancel
  }

  close(): void {
    this.#cancelIdle?.()
    this.#cancelMark?.()
    this.#attendance.close()
  }

  /** A mark after every stretch of edits, and one more when nothing follows it, should the last one get lost. */
  #markSoon(repeated = false): void {
    const { clock, limits } = this.#around
    if (this.#cancelMark && !this.#repeating) return
    this.#cancelMark?.()
    this.#repeating = repeated
    this.#cancelMark = clock.after(repeated ? 5 * limits.mark : limits.mark, () => {
      this.#cancelMark = null
      const { mark } = this.copy
      this.tell(null, 'mark', { documentId: this.documentId, ...mark })
      if (this.copy.borrowed.length > 0) void this.write([])
      if (mark.saved < mark.seq) this.#markSoon()
      else if (!repeated) this.#markSoon(true)
    })
  }

  *#members(): Generator<Member> {
    for (const { member } of this.seats.values()) yield member
  }
}
