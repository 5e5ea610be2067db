import type { CallOf, ReplyOf, Route } from '@colloquy/shared/contract/route'
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query'
import { call } from './call.ts'

/** The cache key of one reply. Derived from the route, so there is no second list of keys to keep. */
export function keyOf<R extends Route>(route: R, input?: CallOf<R>) {
  return input === undefined ? [route.method, route.path] : [route.method, route.path, input]
}

/** The cached query of a route with an input, for hooks, prefetching and for reading or writing the cache. */
export function queryOf<R extends Route>(route: R, input: CallOf<R>) {
  return queryOptions<ReplyOf<R>>({
    queryKey: keyOf(route, input),
    queryFn: ({ signal }) => call(route, input, signal),
  })
}

/** Reads a route through the cache. */
export function useRead<R extends Route>(route: R, input: CallOf<R>, options: { enabled?: boolean } = {}) {
  return useQuery({ ...queryOf(route, input), ...options })
}

/**
 * Writes through a route; `done` sees the reply before the caller’s own handlers do. A failure is told
 * to the person at once, unless the caller shows it itself (`quiet`).
 */
export function useWrite<R extends Route>(
  route: R,
  done?: (reply: ReplyOf<R>, input: CallOf<R>) => void,
  meta: { quiet?: boolean } = {},
) {
  return useMutation<ReplyOf<R>, Error, CallOf<R>>({
    mutationFn: input => call(route, input),
    meta,
    ...(done ? { onSuccess: (reply, input) => done(reply, input) } : {}),
  })
}
