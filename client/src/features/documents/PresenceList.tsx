import type { CollaborationProvider } from '@colloquy/shared/sync/provider'
import { PersonAvatar } from '../../ui/PersonAvatar.tsx'
import classes from './PresenceList.module.css'
import { usePresence } from './usePresence.ts'

const SHOWN = 4

/** Who else is here. */
export function PresenceList({
  provider,
  ownAccountId,
}: {
  provider: CollaborationProvider
  ownAccountId: string
}) {
  const present = usePresence(provider, ownAccountId)
  if (present.length === 0) return null
  return (
    <ul className={classes['list']} aria-label="Also here">
      {present.slice(0, SHOWN).map(person => (
        <li key={person.accountId}>
          <PersonAvatar person={person} />
        </li>
      ))}
      {present.length > SHOWN && <li className={classes['more']}>+{present.length - SHOWN}</li>}
    </ul>
  )
}
