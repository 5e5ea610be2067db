import type { CollaborationProvider } from '@colloquy/shared/sync/provider'
import type { CollaborationStatus } from '@colloquy/shared/sync/status'
import { useCollaborationStatus } from '../../api/collaboration.ts'
import { IconAlertTriangle, IconCheck, IconCloudOff, IconRefresh } from '../../ui/icons.ts'
import classes from './SaveState.module.css'

/** Whether one’s edits are on the server’s disk. *Saved* is only ever said when they are. */
export function SaveState({ provider }: { provider: CollaborationProvider }) {
  const status = useCollaborationStatus(provider)
  const { Icon, text } = words(status)
  return (
    <span role="status" aria-label="Save state" className={classes['state']} data-state={status.state}>
      {Icon && <Icon size={15} />}
      <span>{text}</span>
    </span>
  )
}

function words(status: CollaborationStatus): { Icon?: typeof IconCheck; text: string } {
  switch (status.state) {
    case 'connecting':
      return { text: 'Connecting…' }
    case 'saved':
      return { Icon: IconCheck, text: 'Saved' }
    case 'saving':
      return { text: 'Saving…' }
    case 'offline':
      return {
        Icon: IconCloudOff,
        text: status.waiting === 0 ? 'Offline' : `Offline, ${edits(status.waiting)} waiting`,
      }
    case 'retrying':
      return { Icon: IconRefresh, text: 'Not saved, retrying' }
    case 'refused':
      return { Icon: IconAlertTriangle, text: status.problem.title }
    default:
      return status satisfies never
  }
}

const edits = (count: number) => (count === 1 ? '1 edit' : `${count} edits`)
