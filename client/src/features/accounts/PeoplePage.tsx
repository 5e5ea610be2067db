import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useRead } from '../../api/query.ts'
import { accountRoutes } from '../../api/routes.ts'
import { useSignedIn } from '../../api/session.ts'
import { IconPlus } from '../../ui/icons.ts'
import { Loading } from '../../ui/Loading.tsx'
import { Page } from '../../ui/Page.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { PersonAvatar } from '../../ui/PersonAvatar.tsx'
import { InviteDialog } from './InviteDialog.tsx'
import { OpenInvites } from './OpenInvites.tsx'
import classes from './PeoplePage.module.css'

/** Everybody in the workspace, and the invites that are still open. */
export function PeoplePage() {
  const people = useRead(accountRoutes.people, {})
  const { abilities } = useSignedIn()
  const [inviting, { open, close }] = useDisclosure()
  return (
    <Page narrow>
      <PageHeader title="People" text="Everybody who can sign in here.">
        {abilities.invite && (
          <Button leftSection={<IconPlus size={16} />} onClick={open}>
            Invite
          </Button>
        )}
      </PageHeader>
      <Loading of={[people]}>
        <ul className={classes['people']}>
          {people.data?.map(person => (
            <li key={person.accountId}>
              <PersonAvatar person={person} size={32} label="" />
              <span className={classes['name']}>{person.name}</span>
              <span className={classes['email']}>{person.email}</span>
              <span className={classes['role']}>{person.role}</span>
            </li>
          ))}
        </ul>
      </Loading>
      {abilities.invite && (
        <>
          <OpenInvites />
          <InviteDialog opened={inviting} close={close} />
        </>
      )}
    </Page>
  )
}
