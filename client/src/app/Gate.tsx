import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Navigate, Outlet, useLocation } from 'react-router'
import { startLive } from '../api/live.ts'
import { SignedInContext, sessionQuery } from '../api/session.ts'
import { Stopped } from '../ui/Stopped.tsx'
import { Overlays } from './Overlays.tsx'

/** Lets in whoever is signed in, and sends others to where they can be. */
export function Gate() {
  const cache = useQueryClient()
  const location = useLocation()
  const { data: session, error, refetch } = useQuery(sessionQuery)
  const signedIn = session?.state === 'signedIn'
  useEffect(() => (signedIn ? startLive(cache) : undefined), [cache, signedIn])

  if (!session) return error ? <Stopped error={error} again={() => void refetch()} /> : null
  switch (session.state) {
    case 'setup':
      return <Navigate to="/setup" replace />
    case 'signedOut':
      return <Navigate to={`/sign-in?to=${encodeURIComponent(location.pathname)}`} replace />
    case 'signedIn':
      return (
        <SignedInContext value={session}>
          <Outlet />
          <Overlays />
        </SignedInContext>
      )
    default:
      return session satisfies never
  }
}
