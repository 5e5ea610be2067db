import type { LiveToClient, LiveToServer } from '@colloquy/shared/contract/events'
import type { QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { apply, setSession } from './apply.ts'
import { keyOf } from './query.ts'
import { accountRoutes } from './routes.ts'
import { namespace } from './socket.ts'
import { stayConnected } from './stayConnected.ts'

const socket = namespace<LiveToClient, LiveToServer>('/live')

/** How many parts of the page watch each document. */
const watched = new Map<string, number>()

/** The cache that events are applied to while a person is signed in. */
let live: QueryClient | null = null

/**
 * Keeps cached replies true while a person is signed in. Events missed while the connection was down
 * cannot be known, so everything on screen is fetched again once it is back.
 */
export function startLive(cache: QueryClient): () => void {
  let interrupted = false
  const connected = () => {
    for (const documentId of watched.keys()) ask(documentId)
    if (interrupted) void cache.invalidateQueries()
    interrupted = false
  }
  const disconnected = () => {
    interrupted = true
  }
  socket.on('connect', connected)
  socket.on('disconnect', disconnected)
  socket.on('event', ({ name, record }) => apply(cache, name, record))
  socket.on('signedOut', () => {
    setSession(cache, { state: 'signedOut' })
  })
  live = cache
  const leave = stayConnected(
    socket,
    () => void cache.invalidateQueries({ queryKey: keyOf(accountRoutes.session) }),
  )
  return () => {
    live = null
    leave()
    socket.removeAllListeners()
  }
}

/** Asks for the events of one document for as long as the component is on screen. */
export function useWatch(documentId: string) {
  useEffect(() => {
    const before = watched.get(documentId) ?? 0
    watched.set(documentId, before + 1)
    if (before === 0 && socket.connected) ask(documentId)
    return () => {
      const left = (watched.get(documentId) ?? 1) - 1
      if (left > 0) {
        watched.set(documentId, left)
        return
      }
      watched.delete(documentId)
      if (socket.connected) socket.emit('unwatch', { documentId })
    }
  }, [documentId])
}

function ask(documentId: string) {
  // What was read before the server listens may miss what happened in between, so it is read once more. A
  // refusal needs no answer of its own: that read says that the document is missing.
  socket.emit('watch', { documentId }, () => {
    void live?.invalidateQueries({ predicate: ({ queryKey }) => isOf(queryKey[2], documentId) })
  })
}

function isOf(input: unknown, documentId: string): boolean {
  return (
    typeof input === 'object' && input !== null && 'documentId' in input && input.documentId === documentId
  )
}
