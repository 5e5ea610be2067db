import { useQuery } from '@tanstack/react-query'
import { Navigate } from 'react-router'
import { useWrite } from '../../api/query.ts'
import { accountRoutes } from '../../api/routes.ts'
import { sessionQuery, useSigning } from '../../api/session.ts'
import { Plain } from '../../ui/Plain.tsx'
import { AccountForm } from './AccountForm.tsx'

/** The first visit of all: the first account owns the workspace. */
export function SetUpPage() {
  const { data: session } = useQuery(sessionQuery)
  const { enter } = useSigning()
  const setUp = useWrite(accountRoutes.setUp, enter, { quiet: true })
  if (session && session.state !== 'setup') return <Navigate to="/" replace />
  return (
    <Plain
      title="Welcome to Colloquy"
      text="A place to write design docs together, hear the questions early, and keep what was decided. Create the first account; it owns this workspace and can invite the others."
    >
      <AccountForm
        action="Create account"
        busy={setUp.isPending}
        error={setUp.error}
        submit={input => setUp.mutate(input)}
      />
    </Plain>
  )
}
