import { documentRoutes } from '@colloquy/shared/contract/documents'
import { type Thread, threadRoutes } from '@colloquy/shared/contract/threads'
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { apply } from '../../api/apply.ts'
import { call } from '../../api/call.ts'
import { useWatch } from '../../api/live.ts'
import { queryOf, useRead } from '../../api/query.ts'
import { useSignedIn } from '../../api/session.ts'
import { newest } from './newest.ts'
import { createOutbox, type Outbox, type Unsent } from './outbox.ts'
import { withOutgoing } from './withOutgoing.ts'

/** One outbox for each account and document, whichever part of the page asks for it. */
const outboxes = new Map<string, Outbox>()

function outboxOf(accountId: string, documentId: string, cache: QueryClient): Outbox {
  const prefix = `colloquy.unsent:${accountId}:${documentId}:`
  const known = outboxes.get(prefix)
  if (known) return known
  const outbox = createOutbox(localStorage, prefix, async comment => {
    apply(cache, 'thread.changed', await send(comment, documentId))
  })
  outboxes.set(prefix, outbox)
  return outbox
}

function send(comment: Unsent, documentId: string) {
  const { threadId, commentId, body } = comment
  return comment.what === 'start'
    ? call(threadRoutes.start, { documentId, threadId, kind: comment.kind, anchor: comment.anchor, body })
    : call(threadRoutes.reply, { threadId, commentId, body })
}

const shareNewest = (held: unknown, fetched: unknown) =>
  // reason: under this query's key there is nothing but replies of its own route
  newest(held as Thread[] | undefined, fetched as Thread[])

/**
 * The threads of a document, kept true by live events, with what this person has written and the server has not
 * got yet. `mayComment` tells whether they can start one.
 */
export function useThreads(documentId: string) {
  useWatch(documentId)
  const cache = useQueryClient()
  const { accountId } = useSignedIn().person
  const query = useQuery({ ...queryOf(threadRoutes.list, { documentId }), structuralSharing: shareNewest })
  const mayComment = useRead(documentRoutes.read, { documentId }).data?.abilities.comment ?? false
  const outbox = outboxOf(accountId, documentId, cache)
  const outgoing = useSyncExternalStore(outbox.subscribe, outbox.list)
  useEffect(() => {
    outbox.resume()
    window.addEventListener('online', outbox.resume)
    return () => window.removeEventListener('online', outbox.resume)
  }, [outbox])
  const { data } = query
  const threads = useMemo(
    () => withOutgoing(data ?? [], outgoing, documentId, accountId),
    [data, outgoing, documentId, accountId],
  )
  return { query, threads, outgoing, outbox, mayComment }
}
