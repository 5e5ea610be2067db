import type { CollaborationToClient, CollaborationToServer } from '@colloquy/shared/contract/collaboration'
import type { Clock } from '@colloquy/shared/sync/clock'
import type { CollaborationSocket } from '@colloquy/shared/sync/socket'
import type { Chance } from './chance.ts'

/** What goes wrong on the way: probabilities, and the longest delay in milliseconds. */
export type Weather = { drop: number; duplicate: number; delay: number; ordered: boolean }

type Listener = (...data: unknown[]) => void
/** What the server's end of a connection is called with. */
export type Receive = (
  name: keyof CollaborationToServer,
  request: unknown,
  answer: (reply: unknown) => void,
) => void

/** One client's connection. Both ends lose it at once; messages on their way are lost with it. */
export class FakeSocket implements CollaborationSocket {
  connected = false
  #clock: Clock
  #chance: Chance
  #weather: () => Weather
  #listeners = new Map<string, Set<Listener>>()
  #receive: Receive | null = null
  #life = 0
  #arrivals = { up: 0, down: 0 }

  constructor(clock: Clock, chance: Chance, weather: () => Weather) {
    this.#clock = clock
    this.#chance = chance
    this.#weather = weather
  }

  open(receive: Receive): void {
    this.connected = true
    this.#life++
    this.#receive = receive
    this.#call('connect')
  }

  close(): void {
    if (!this.connected) return
    this.connected = false
    this.#life++
    this.#receive = null
    this.#call('disconnect')
  }

  on(name: string, listener: unknown): void {
    const listeners = this.#listeners.get(name) ?? new Set()
    // reason: filed under the event whose arguments it takes
    this.#listeners.set(name, listeners.add(listener as Listener))
  }

  off(name: string, listener: unknown): void {
    // reason: only used to find it
    this.#listeners.get(name)?.delete(listener as Listener)
  }

  send<Name extends keyof CollaborationToServer>(
    name: Name,
    ...message: Parameters<CollaborationToServer[Name]>
  ): void {
    const [request, answer] = message
    // Like the real one, it forgets a callback once it has been called.
    let answered = false
    const answerOnce = (reply: unknown) => {
      if (answered) return
      answered = true
      // reason: the reply belongs to the request that the caller typed
      answer?.(reply as never)
    }
    this.#travel('up', () => {
      const life = this.#life
      this.#receive?.(name, request, reply => {
        // A server that died meanwhile has nobody to answer to.
        if (life === this.#life) this.#travel('down', () => answerOnce(reply))
      })
    })
  }

  /** From the server to this client. */
  deliver<Name extends keyof CollaborationToClient>(
    name: Name,
    message: Parameters<CollaborationToClient[Name]>[0],
  ): void {
    this.#travel('down', () => this.#call(name, message))
  }

  #travel(way: 'up' | 'down', arrive: () => void): void {
    if (!this.connected) return
    const { drop, duplicate, delay, ordered } = this.#weather()
    const life = this.#life
    const copies = this.#chance.happens(drop) ? 0 : this.#chance.happens(duplicate) ? 2 : 1
    for (let copy = 0; copy < copies; copy++) {
      const at = this.#clock.now() + 1 + this.#chance.below(delay)
      const arrival = ordered ? Math.max(this.#arrivals[way], at) : at
      this.#arrivals[way] = arrival
      this.#clock.after(arrival - this.#clock.now(), () => {
        if (life === this.#life) arrive()
      })
    }
  }

  #call(name: string, ...data: unknown[]): void {
    for (const listener of [...(this.#listeners.get(name) ?? [])]) listener(...data)
  }
}
