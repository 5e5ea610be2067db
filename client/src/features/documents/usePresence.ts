import type { CollaborationProvider } from '@colloquy/shared/sync/provider'
import { useEffect, useState } from 'react'

export type Present = { accountId: string; name: string; color: string }

/** The others who have the document open, each once, however many windows they have. */
export function usePresence(provider: CollaborationProvider, ownAccountId: string): Present[] {
  const [present, setPresent] = useState<Present[]>([])
  useEffect(() => {
    const { awareness } = provider
    const update = () => {
      const others = new Map<string, Present>()
      for (const state of awareness.getStates().values()) {
        const user: unknown = state['user']
        if (isPresent(user) && user.accountId !== ownAccountId) others.set(user.accountId, user)
      }
      const next = [...others.values()]
      // Carets move many times a second; who is here changes rarely.
      setPresent(before => (sameList(before, next) ? before : next))
    }
    update()
    awareness.on('change', update)
    return () => awareness.off('change', update)
  }, [provider, ownAccountId])
  return present
}

function isPresent(user: unknown): user is Present {
  return (
    typeof user === 'object' &&
    user !== null &&
    'accountId' in user &&
    typeof user.accountId === 'string' &&
    'name' in user &&
    typeof user.name === 'string' &&
    'color' in user &&
    typeof user.color === 'string'
  )
}

function sameList(before: Present[], next: Present[]): boolean {
  return (
    before.length === next.length &&
    before.every((person, i) => person.accountId === next[i]?.accountId && person.name === next[i]?.name)
  )
}
