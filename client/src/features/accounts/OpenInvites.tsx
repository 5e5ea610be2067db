import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { keyOf, useRead, useWrite } from '../../api/query.ts'
import { accountRoutes } from '../../api/routes.ts'
import { usePeople } from '../../api/session.ts'
import { Ago } from '../../ui/Ago.tsx'
import { Panel } from '../../ui/Panel.tsx'
import classes from './PeoplePage.module.css'

/** Links that nobody has used yet, each of which can be withdrawn. */
export function OpenInvites() {
  const cache = useQueryClient()
  const people = usePeople()
  const { data: invites } = useRead(accountRoutes.listInvites, {})
  const revoke = useWrite(accountRoutes.revokeInvite, () => {
    void cache.invalidateQueries({ queryKey: keyOf(accountRoutes.listInvites) })
  })
  if (!invites?.length) return null
  return (
    <Panel title="Open invites">
      <ul className={classes['people']}>
        {invites.map(invite => (
          <li key={invite.inviteId}>
            <span className={classes['email']}>
              {invite.role === 'owner' ? 'An owner' : 'A member'}, invited by{' '}
              {people.get(invite.createdBy)?.name ?? 'someone'} <Ago time={invite.createdAt} />
            </span>
            <Button
              variant="default"
              size="xs"
              onClick={() => revoke.mutate({ inviteId: invite.inviteId })}
              aria-label={`Withdraw the invite for ${invite.role === 'owner' ? 'an owner' : 'a member'}`}
            >
              Withdraw
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
