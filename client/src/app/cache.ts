import { Problem } from '@colloquy/shared/contract/problems'
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { setSession } from '../api/apply.ts'
import { tell } from '../ui/tell.ts'

/** Replies of the server. A session that ended anywhere shows on the next answer, whatever was asked. */
export const cache: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeSignOut }),
  mutationCache: new MutationCache({
    onError: (error, _input, _context, mutation) => {
      noticeSignOut(error)
      if (!mutation.meta?.['quiet']) tell.failure(error)
    },
  }),
  defaultOptions: {
    queries: { staleTime: 15_000, retry: (count, error) => worthAnother(error) && count < 3 },
  },
})

function worthAnother(error: Error): boolean {
  return !(error instanceof Problem) || error.status >= 500
}

function noticeSignOut(error: Error) {
  if (error instanceof Problem && error.code === 'unauthenticated') setSession(cache, { state: 'signedOut' })
}
