import type { ProblemReport } from '@colloquy/shared/contract/problems'
import { overSocketIo } from '@colloquy/shared/sync/overSocketIo'
import { CollaborationProvider } from '@colloquy/shared/sync/provider'
import type { CollaborationStatus } from '@colloquy/shared/sync/status'
import type { Socket } from 'socket.io-client'
import { Doc } from 'yjs'
import type { Caller } from '../../testing/world.ts'

const realTime = {
  now: () => performance.now(),
  after(ms: number, run: () => void) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

/** A person with a document open: the real provider on a real socket. */
export type Visitor = {
  doc: Doc
  socket: Socket
  provider: CollaborationProvider
  text(): string
  type(text: string, at?: number): void
  /** Resolves once the text, or the status, is as wanted. */
  shows(text: string): Promise<void>
  becomes(state: CollaborationStatus['state']): Promise<void>
}

export function visit(caller: Caller, documentId: string): Visitor {
  return visitOn(caller.socket('/collaboration'), documentId)
}

export function visitOn(socket: Socket, documentId: string): Visitor {
  const doc = new Doc()
  // reason: the helper asks for less than socket.io types
  const over = overSocketIo(socket as unknown as Parameters<typeof overSocketIo>[0])
  const provider = new CollaborationProvider({ documentId, doc, socket: over, clock: realTime })
  const shared = doc.getText('t')
  return {
    doc,
    socket,
    provider,
    text: () => shared.toString(),
    type: (text, at = shared.length) => shared.insert(at, text),
    shows: wanted =>
      when(
        () => shared.toString() === wanted,
        on => doc.on('update', on),
      ),
    becomes: state =>
      when(
        () => provider.status.state === state,
        on => provider.subscribe(on),
      ),
  }
}

/** Resolves when the condition holds, looking again whenever there is news. */
function when(condition: () => boolean, listen: (onNews: () => void) => unknown): Promise<void> {
  return new Promise(resolve => {
    const look = () => condition() && resolve()
    listen(look)
    look()
  })
}

/** One event of a socket; listens from the moment of the call. */
export const once = <Message>(socket: Socket, name: string): Promise<Message> =>
  new Promise(resolve => socket.once(name, resolve))

/** Sends any message, well-formed or not, and gives the answer. */
export const ask = (socket: Socket, name: string, message: unknown): Promise<ProblemReport & { ok?: true }> =>
  new Promise(resolve => socket.emit(name, message, resolve))
