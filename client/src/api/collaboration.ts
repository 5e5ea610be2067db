import type { CollaborationToClient, CollaborationToServer } from '@colloquy/shared/contract/collaboration'
import { CollaborationProvider } from '@colloquy/shared/sync/provider'
import type { CollaborationStatus } from '@colloquy/shared/sync/status'
import { useSyncExternalStore } from 'react'
import { Doc } from 'yjs'
import { offlineCopy } from './collaborationOffline.ts'
import { collaborationSocket, realTime } from './collaborationSocket.ts'
import { namespace } from './socket.ts'

let socket: ReturnType<typeof collaborationSocket> | null = null
let users = 0

/**
 * Opens a document for editing or reading: the kept copy at once, the server's as soon as it answers. Give
 * `provider.document` to the editor's Collaboration extension and `provider` to its carets; call `destroy()` on it when
 * the page goes. All documents of a page share one connection.
 */
export function openDocument(documentId: string, accountId: string): CollaborationProvider {
  socket ??= collaborationSocket(namespace<CollaborationToClient, CollaborationToServer>('/collaboration'))
  users++
  const doc = new Doc()
  const provider = new CollaborationProvider({
    documentId,
    doc,
    socket,
    clock: realTime,
    offline: offlineCopy(accountId, documentId, doc),
  })
  doc.once('destroy', () => provider.destroy())
  provider.onDestroy(() => {
    users--
    if (users > 0) return
    socket?.close()
    socket = null
  })
  return provider
}

/** What to tell the person about their edits, kept current. */
export const useCollaborationStatus = (provider: CollaborationProvider): CollaborationStatus =>
  useSyncExternalStore(
    listener => provider.subscribe(listener),
    () => provider.status,
  )
