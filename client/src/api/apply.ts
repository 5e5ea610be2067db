import type { Session } from '@colloquy/shared/contract/accounts'
import type { DocumentRecord, DocumentSummary } from '@colloquy/shared/contract/documents'
import type { EventName, EventRecord } from '@colloquy/shared/contract/events'
import type { CallOf } from '@colloquy/shared/contract/route'
import type { Space } from '@colloquy/shared/contract/spaces'
import type { Thread } from '@colloquy/shared/contract/threads'
import type { QueryClient } from '@tanstack/react-query'
import { keyOf, queryOf } from './query.ts'
import {
  accountRoutes,
  decisionRoutes,
  documentRoutes,
  reviewRoutes,
  spaceRoutes,
  threadRoutes,
} from './routes.ts'

type Apply = { [Name in EventName]: (cache: QueryClient, record: EventRecord<Name>) => void }

/**
 * What each event does to cached replies, so that *old state + events = fresh fetch*. A reply that is not
 * in the cache stays out of it: whoever needs it fetches the newest anyway.
 */
const appliers: Apply = {
  'document.changed': (cache, record) => {
    cache.setQueryData(queryOf(documentRoutes.read, { documentId: record.documentId }).queryKey, record)
    for (const [key, list] of cache.getQueriesData<DocumentSummary[]>({
      queryKey: keyOf(documentRoutes.list),
    })) {
      // reason: the key was made by keyOf from an input of this very route
      const filter = key[2] as CallOf<typeof documentRoutes.list>
      if (list) cache.setQueryData(key, withDocument(list, record, filter))
    }
  },
  'document.removed': (cache, { documentId }) => {
    const { queryKey } = queryOf(documentRoutes.read, { documentId })
    // Asking again is what turns the open page into "not here any more".
    if (cache.getQueryData(queryKey)) void cache.invalidateQueries({ queryKey })
    cache.setQueriesData<DocumentSummary[]>({ queryKey: keyOf(documentRoutes.list) }, list =>
      list?.filter(document => document.documentId !== documentId),
    )
  },
  'space.changed': (cache, record) => {
    cache.setQueryData(queryOf(spaceRoutes.list, {}).queryKey, list => list && withSpace(list, record))
  },
  'thread.changed': (cache, record) => {
    const { queryKey } = queryOf(threadRoutes.list, { documentId: record.documentId })
    cache.setQueryData(queryKey, list => list && withThread(list, record))
  },
  // One decision changes how others stand: lists and pages are asked for again.
  'decision.changed': cache => {
    void cache.invalidateQueries({ queryKey: keyOf(decisionRoutes.list) })
    void cache.invalidateQueries({ queryKey: keyOf(decisionRoutes.read) })
  },
  'review.changed': (cache, record) => {
    cache.setQueryData(queryOf(reviewRoutes.read, { documentId: record.documentId }).queryKey, record)
  },
}

/** Applies one event of the `/live` namespace, or a record that a write of this page got back. */
export function apply<Name extends EventName>(cache: QueryClient, name: Name, record: EventRecord<Name>) {
  appliers[name](cache, record)
}

/** The list of documents (latest edit first) after one of them changed. */
export function withDocument(
  list: DocumentSummary[],
  record: DocumentRecord,
  filter: CallOf<typeof documentRoutes.list>,
): DocumentSummary[] {
  const rest = list.filter(document => document.documentId !== record.documentId)
  const archived = filter.archived === 'true'
  const listed =
    (record.archivedAt !== null) === archived &&
    (filter.spaceId === undefined || filter.spaceId === record.spaceId)
  if (!listed) return rest
  return [...rest, record].sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))
}

/** The list of spaces after one of them changed or was made. */
export function withSpace(list: Space[], record: Space): Space[] {
  const known = list.some(space => space.spaceId === record.spaceId)
  return known ? list.map(space => (space.spaceId === record.spaceId ? record : space)) : [...list, record]
}

/** The threads of a document (oldest first) after one changed; a late event never undoes a newer one. */
export function withThread(list: Thread[], record: Thread): Thread[] {
  const held = list.find(thread => thread.threadId === record.threadId)
  if (held && held.revision >= record.revision) return list
  if (held) return list.map(thread => (thread === held ? record : thread))
  return [...list, record].sort((a, b) => a.createdAt.localeCompare(b.createdAt))
}

/** Puts a session into the cache, where the gate of every page looks for it. */
export function setSession(cache: QueryClient, session: Session) {
  cache.setQueryData(queryOf(accountRoutes.session, {}).queryKey, session)
}
