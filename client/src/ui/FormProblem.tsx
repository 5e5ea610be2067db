import { Alert } from '@mantine/core'
import { explain } from '../api/call.ts'
import { IconAlertTriangle } from './icons.ts'

/** Why a form was refused, read out when it appears. */
export function FormProblem({ error }: { error: unknown }) {
  if (!error) return null
  return (
    <Alert role="alert" color="red" icon={<IconAlertTriangle size={18} />}>
      {explain(error)}
    </Alert>
  )
}
