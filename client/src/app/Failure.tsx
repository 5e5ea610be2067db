import { isRouteErrorResponse, useRouteError } from 'react-router'
import { Stopped } from '../ui/Stopped.tsx'
import { NotFound } from './NotFound.tsx'

/** Where a defect in a page ends: the rest of the application stays usable. */
export function Failure() {
  const error = useRouteError()
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFound />
  return <Stopped error={error} again={() => window.location.reload()} />
}
