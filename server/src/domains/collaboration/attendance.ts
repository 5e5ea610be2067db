import type { Clock } from '@colloquy/shared/sync/clock'
import { createDecoder, readVarString, readVarUint } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import type { Member } from './open-document.ts'

/** Changes within this time, in milliseconds, go out in one message to everybody. */
const INTERVAL = 100

type State = { serverId: string | null; memberId: string; accountId: string; clock: number; json: string }

/**
 * Who is in a document and where their cursors are: y-protocols' awareness encoding, read so that each state carries
 * the account behind the connection and its name, and nobody speaks for a client that is somebody else's.
 */
export class Attendance {
  #clock: Clock
  #send: (states: Uint8Array, own: Uint8Array | null) => void
  #states = new Map<number, State>()
  #changed = new Set<number>()
  #cancel: (() => void) | null = null

  /** `send` gets all changed states, and apart from them those of members of this server, for the other ones. */
  constructor(clock: Clock, send: (states: Uint8Array, own: Uint8Array | null) => void) {
    this.#clock = clock
    this.#send = send
  }

  /** Takes a member's own state; anything else in the message, or a message that is none, is passed over. */
  show(member: Member, message: Uint8Array): void {
    const state = readOne(message)
    if (!state) return
    const { clientId, clock } = state
    const before = this.#states.get(clientId)
    // The same person may come back on a new connection before the old one is found dead.
    if (before && before.serverId === null && before.accountId !== member.accountId) return
    // One connection shows one cursor in one document.
    for (const [other, { memberId }] of this.#states)
      if (memberId === member.memberId && other !== clientId) this.#remove(other)
    const json = JSON.stringify(state.value && { ...state.value, user: userOf(member, state.value) })
    this.#states.set(clientId, {
      serverId: null,
      memberId: member.memberId,
      accountId: member.accountId,
      clock,
      json,
    })
    this.#tellSoon(clientId)
  }

  /** Takes what another server says of its members; `serverId` stands for all of them until it is gone. */
  showElsewhere(serverId: string, message: Uint8Array): void {
    for (const { clientId, clock, json } of readAll(message)) {
      const before = this.#states.get(clientId)
      if (before && before.serverId === null && before.json !== 'null') continue
      this.#states.set(clientId, { serverId, memberId: serverId, accountId: '', clock, json })
      this.#tellSoon(clientId)
    }
  }

  /** The states of this server's own members; `null` when there are none. */
  own(): Uint8Array | null {
    const own = [...this.#states].filter(([, state]) => state.serverId === null)
    return own.length > 0 ? this.#encode(own.map(([clientId]) => clientId)) : null
  }

  /** A member of this server, or a whole other server, is gone. */
  gone(memberId: string): void {
    for (const [clientId, state] of this.#states) if (state.memberId === memberId) this.#remove(clientId)
  }

  /** The states of everybody, for a newcomer; `null` when nobody showed one. */
  everybody(): Uint8Array | null {
    return this.#states.size > 0 ? this.#encode(this.#states.keys()) : null
  }

  close(): void {
    this.#cancel?.()
  }

  #remove(clientId: number): void {
    const state = this.#states.get(clientId)
    if (!state) return
    this.#states.set(clientId, { ...state, json: 'null' })
    this.#tellSoon(clientId)
  }

  #tellSoon(clientId: number): void {
    this.#changed.add(clientId)
    this.#cancel ??= this.#clock.after(INTERVAL, () => {
      this.#cancel = null
      const states = this.#encode(this.#changed)
      const mine = [...this.#changed].filter(changed => this.#states.get(changed)?.serverId === null)
      const own = mine.length > 0 ? this.#encode(mine) : null
      for (const changed of this.#changed)
        if (this.#states.get(changed)?.json === 'null') this.#states.delete(changed)
      this.#changed.clear()
      this.#send(states, own)
    })
  }

  #encode(clientIds: Iterable<number>): Uint8Array {
    const states = [...clientIds].flatMap(clientId => {
      const state = this.#states.get(clientId)
      return state ? [{ clientId, ...state }] : []
    })
    const encoder = createEncoder()
    writeVarUint(encoder, states.length)
    for (const { clientId, clock, json } of states) {
      writeVarUint(encoder, clientId)
      writeVarUint(encoder, clock)
      writeVarString(encoder, json)
    }
    return toUint8Array(encoder)
  }
}

/** A colour is the person's own choice; it ends up in a style attribute, so nothing but a colour passes. */
function userOf({ accountId, name }: Member, state: object): object {
  const user = 'user' in state && typeof state.user === 'object' ? state.user : null
  const color = user && 'color' in user ? user.color : null
  return typeof color === 'string' && /^#[0-9a-f]{6}$/i.test(color)
    ? { accountId, name, color }
    : { accountId, name }
}

type Read = { clientId: number; clock: number; json: string }

function readOne(message: Uint8Array): { clientId: number; clock: number; value: object | null } | null {
  const [state, ...others] = readAll(message)
  if (!state || others.length > 0) return null
  const value: unknown = JSON.parse(state.json)
  return typeof value === 'object' && !Array.isArray(value) ? { ...state, value } : null
}

function readAll(message: Uint8Array): Read[] {
  try {
    const decoder = createDecoder(message)
    return Array.from({ length: Math.min(readVarUint(decoder), 10_000) }, () => {
      const state = {
        clientId: readVarUint(decoder),
        clock: readVarUint(decoder),
        json: readVarString(decoder),
      }
      JSON.parse(state.json)
      return state
    })
  } catch {
    // reason: whatever the bytes make the decoder throw, they are no states; presence is never worth an error.
    return []
  }
}
