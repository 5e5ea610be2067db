import type { DocumentRecord } from '@colloquy/shared/contract/documents'
import type { CollaborationProvider } from '@colloquy/shared/sync/provider'
import { ActionIcon, Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { Editor } from '@tiptap/core'
import { lazy, Suspense } from 'react'
import { Link } from 'react-router'
import { useRead } from '../../api/query.ts'
import { spaceRoutes } from '../../api/routes.ts'
import { useSignedIn } from '../../api/session.ts'
import { IconMessage, IconShare2 } from '../../ui/icons.ts'
import { Mark } from '../../ui/Mark.tsx'
import classes from './DocumentHeader.module.css'
import { DocumentMenu } from './DocumentMenu.tsx'
import { OutlineButton } from './OutlineButton.tsx'
import { PresenceList } from './PresenceList.tsx'
import { SaveState } from './SaveState.tsx'
import { StateBadge } from './StateBadge.tsx'
import type { RailState } from './useRail.ts'

const ShareDialog = lazy(async () => ({ default: (await import('./ShareDialog.tsx')).ShareDialog }))

/** Where the document is, how it stands, who else is here. */
export function DocumentHeader({
  record,
  provider,
  editor,
  rail,
}: {
  record: DocumentRecord
  provider: CollaborationProvider
  editor: Editor
  rail: RailState
}) {
  const { person } = useSignedIn()
  const { data: spaces } = useRead(spaceRoutes.list, {})
  const space = spaces?.find(({ spaceId }) => spaceId === record.spaceId)
  const [sharing, { open, close }] = useDisclosure()
  return (
    <>
      <Link to="/" aria-label="Documents" className={classes['home']}>
        <Mark size={24} />
      </Link>
      {space && (
        <Link to={`/spaces/${space.spaceId}`} className={classes['space']}>
          {space.name}
        </Link>
      )}
      <span className={classes['title']}>{record.title}</span>
      <span className={classes['state']}>
        <StateBadge state={record.state} />
      </span>
      <SaveState provider={provider} />
      <span className={classes['rest']} />
      <PresenceList provider={provider} ownAccountId={person.accountId} />
      <Button
        variant="default"
        size="xs"
        onClick={open}
        className={classes['share'] ?? ''}
        aria-label="Share"
      >
        <IconShare2 size={15} />
        <span className={classes['word']}>Share</span>
      </Button>
      <OutlineButton editor={editor} />
      {rail.narrow && (
        <ActionIcon aria-label="Questions, comments and review" onClick={() => rail.show(rail.tab)}>
          <IconMessage size={18} />
        </ActionIcon>
      )}
      <DocumentMenu record={record} />
      <Suspense>
        <ShareDialog record={record} opened={sharing} close={close} />
      </Suspense>
    </>
  )
}
