import { fragmentName } from '@colloquy/shared/schema/ydoc'
import type { CollaborationProvider } from '@colloquy/shared/sync/provider'
import { useEffect, useState } from 'react'
import { openDocument } from '../../api/collaboration.ts'

export type Collaboration = {
  provider: CollaborationProvider
  /** There is text to show: the server’s, or the copy kept on this device while the server is away. */
  ready: boolean
}

/** The live copy of a document, for as long as the component is on screen. */
export function useCollaboration(documentId: string, accountId: string): Collaboration | null {
  const [collaboration, setCollaboration] = useState<Collaboration | null>(null)
  useEffect(() => {
    const provider = openDocument(documentId, accountId)
    const fragment = provider.document.getXmlFragment(fragmentName)
    let watching = true
    const unwatch = () => {
      if (watching) fragment.unobserveDeep(show)
      watching = false
    }
    const show = () => {
      if (watching) setCollaboration({ provider, ready: true })
      unwatch()
    }
    setCollaboration({ provider, ready: false })
    fragment.observeDeep(show)
    void provider.synced.then(show)
    return () => {
      unwatch()
      provider.destroy()
    }
  }, [documentId, accountId])
  return collaboration
}
