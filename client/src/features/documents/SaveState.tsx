import type { CollaborationProvider } from '@colloquy/shared/sync/provider'
import type { CollaborationStatus } from '@colloquy/shared/sync/status'
import { VisuallyHidden } from '@mantine/core'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { IconAlertTriangle, IconCheck, IconCloudOff, IconRefresh } from '../../ui/icons.ts'
import classes from './SaveState.module.css'

/**
 * Whether one’s edits are on the server’s disk. *Saved* is only ever said when they are, so it changes with every
 * key: it is written past React, and read out only when something is wrong.
 */
export function SaveState({ provider }: { provider: CollaborationProvider }) {
  const place = useRef<HTMLSpanElement>(null)
  const text = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const show = () => {
      if (place.current) place.current.dataset['state'] = provider.status.state
      if (text.current) text.current.textContent = saveStateText(provider.status)
    }
    show()
    return provider.subscribe(show)
  }, [provider])
  return (
    <>
      <span ref={place} role="status" aria-label="Save state" aria-live="off" className={classes['state']}>
        <IconCheck size={15} data-for="saved" />
        <IconCloudOff size={15} data-for="offline" />
        <IconRefresh size={15} data-for="retrying" />
        <IconAlertTriangle size={15} data-for="refused" />
        <span ref={text} />
      </span>
      <Trouble provider={provider} />
    </>
  )
}

function Trouble({ provider }: { provider: CollaborationProvider }) {
  const trouble = useSyncExternalStore(
    listener => provider.subscribe(listener),
    () => troubleOf(provider.status),
  )
  return <VisuallyHidden role="alert">{trouble}</VisuallyHidden>
}

function troubleOf(status: CollaborationStatus): string {
  switch (status.state) {
    case 'offline':
      return 'Offline. Your edits are kept on this device.'
    case 'retrying':
      return 'Not saved yet. Trying again.'
    case 'refused':
      return status.problem.title
    default:
      return ''
  }
}

/** The state in a few words, as the header shows it. */
export function saveStateText(status: CollaborationStatus): string {
  switch (status.state) {
    case 'connecting':
      return 'Connecting…'
    case 'saved':
      return 'Saved'
    case 'saving':
      return 'Saving…'
    case 'offline':
      return status.waiting === 0 ? 'Offline' : `Offline, ${edits(status.waiting)} waiting`
    case 'retrying':
      return 'Not saved, retrying'
    case 'refused':
      return status.problem.title
    default:
      return status satisfies never
  }
}

const edits = (count: number) => (count === 1 ? '1 edit' : `${count} edits`)
