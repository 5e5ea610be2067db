import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { stayConnected } from './stayConnected.ts'

/** A socket that only tells how often it was asked to connect. */
class Fake {
  active = false
  connects = 0
  #listeners = new Map<string, (cause: unknown) => void>()
  on(event: string, listener: (cause: unknown) => void) {
    this.#listeners.set(event, listener)
  }
  off(event: string) {
    this.#listeners.delete(event)
  }
  emit(event: string, cause: unknown) {
    this.#listeners.get(event)?.(cause)
  }
  connect() {
    this.connects++
  }
  disconnect() {
    this.active = false
  }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const later = () => vi.advanceTimersByTime(1000)

test.each([
  ['a goodbye of the server', 'disconnect', 'io server disconnect', 2],
  ['an interruption, which socket.io comes back from by itself', 'disconnect', 'transport close', 1],
  ['a refusal while the server is busy', 'connect_error', { data: { type: 'unavailable' } }, 2],
  ['the end of the session', 'connect_error', { data: { type: 'unauthenticated' } }, 1],
])('after %s it connects again, or not', (_after, event, cause, connects) => {
  const socket = new Fake()
  stayConnected(socket)
  socket.emit(event, cause)
  later()
  expect(socket.connects).toBe(connects)
})

test('the end of the session is told, and nothing comes back after it was ended for good', () => {
  const socket = new Fake()
  const ended = vi.fn()
  const end = stayConnected(socket, ended)
  socket.emit('connect_error', { data: { type: 'unauthenticated' } })
  expect(ended).toHaveBeenCalledOnce()
  socket.emit('disconnect', 'io server disconnect')
  end()
  later()
  expect(socket.connects).toBe(1)
})
