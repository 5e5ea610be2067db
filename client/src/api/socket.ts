import { Manager, type Socket } from 'socket.io-client'
import * as parser from 'socket.io-msgpack-parser'
import { reconnecting, slowDownWhenLongAway } from './collaborationSocket.ts'

/**
 * The one connection of a page to the server. Every namespace (`/live`, `/collaboration`) travels over it;
 * it opens with the first namespace that connects and comes back by itself after an interruption.
 */
const manager = new Manager({
  parser,
  transports: ['websocket', 'polling'],
  ...reconnecting,
  autoConnect: false,
})
slowDownWhenLongAway(manager)

type Handlers = Record<string, (...values: never[]) => void>

/** A namespace with the types of its two directions; call `connect()` on it when a person is signed in. */
export function namespace<ToClient extends Handlers, ToServer extends Handlers>(
  name: '/live' | '/collaboration',
): Socket<ToClient, ToServer> {
  return manager.socket(name)
}
