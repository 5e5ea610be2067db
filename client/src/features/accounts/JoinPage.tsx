import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, Navigate, useParams } from 'react-router'
import { explain } from '../../api/call.ts'
import { useRead, useWrite } from '../../api/query.ts'
import { accountRoutes } from '../../api/routes.ts'
import { sessionQuery, useSigning } from '../../api/session.ts'
import { Plain } from '../../ui/Plain.tsx'
import { AccountForm } from './AccountForm.tsx'

/** Where an invite link leads. */
export function JoinPage() {
  const { token = '' } = useParams()
  const { data: session } = useQuery(sessionQuery)
  const { enter } = useSigning()
  const invite = useRead(accountRoutes.readInvite, { token })
  const join = useWrite(accountRoutes.acceptInvite, enter, { quiet: true })
  if (session?.state === 'signedIn') return <Navigate to="/" replace />
  if (invite.error) {
    return (
      <Plain title="This invite does not work" text={explain(invite.error)}>
        <Button component={Link} to="/sign-in" variant="default">
          Sign in instead
        </Button>
      </Plain>
    )
  }
  if (!invite.data) return null
  return (
    <Plain
      title="Join the workspace"
      text={`${invite.data.invitedBy} invites you to write and review documents here.`}
    >
      <AccountForm
        action="Create account"
        busy={join.isPending}
        error={join.error}
        submit={input => join.mutate({ ...input, token })}
      />
    </Plain>
  )
}
