import type { Person, Session } from '@colloquy/shared/contract/accounts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, use } from 'react'
import { setSession } from './apply.ts'
import { call, request } from './call.ts'
import { queryOf } from './query.ts'
import { accountRoutes } from './routes.ts'

export type SignedIn = Extract<Session, { state: 'signedIn' }>

/** Filled by the gate around every page that needs a session. */
export const SignedInContext = createContext<SignedIn | null>(null)

/** The signed-in person and what they may do in the workspace. Only inside the gate. */
export function useSignedIn(): SignedIn {
  const session = use(SignedInContext)
  if (!session) throw new Error('useSignedIn is called on a page that is open to everyone')
  return session
}

/** Everybody in the workspace by account id. */
export function usePeople(): ReadonlyMap<string, Person> {
  const { data } = useQuery({ ...queryOf(accountRoutes.people, {}), select: byAccount })
  return data ?? nobody
}

const nobody: ReadonlyMap<string, Person> = new Map()
const byAccount = (people: Person[]) => new Map(people.map(person => [person.accountId, person]))

const json = { 'content-type': 'application/json' }

/** The two exchanges that the sign-in library answers itself; the session cookie is HTTP-only. */
export function useSigning() {
  const cache = useQueryClient()
  return {
    signIn: async (email: string, password: string) => {
      await request('/api/auth/sign-in/email', {
        method: 'POST',
        headers: json,
        body: JSON.stringify({ email, password }),
      })
      setSession(cache, await call(accountRoutes.session, {}))
    },
    signOut: async () => {
      await request('/api/auth/sign-out', { method: 'POST', headers: json, body: '{}' })
      cache.removeQueries({ predicate: query => query.queryKey[1] !== accountRoutes.session.path })
      setSession(cache, { state: 'signedOut' })
    },
    /** After an account was made, which signs in by itself. */
    enter: (session: Session) => setSession(cache, session),
  }
}

export const sessionQuery = queryOf(accountRoutes.session, {})
