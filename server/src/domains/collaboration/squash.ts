import { mergeAll } from '@colloquy/shared/sync/outbox'
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector } from 'yjs'
import type { Snapshot, Store } from './store.ts'

export type Squashed = { update: Uint8Array; stateVector: Uint8Array }

/**
 * One update in the place of many. Merging alone keeps every trace of how the text was typed (3.4 MB for a paper that
 * is 0.3 MB squashed, and slow to open), so the updates go through a document. Takes time: for a worker thread.
 */
export function squash(updates: Uint8Array[]): Squashed {
  const doc = new Doc()
  const [first, ...rest] = updates
  if (first) applyUpdate(doc, first)
  if (rest.length > 0) applyUpdate(doc, mergeAll(rest))
  const squashed = { update: encodeStateAsUpdate(doc), stateVector: encodeStateVector(doc) }
  doc.destroy()
  return squashed
}

/**
 * Squashes what the store holds of a document: the snapshot is written before the records it includes go. Works from
 * the store alone, so several servers may do it; one of them wins. Gives the new snapshot, or null when there is
 * nothing to gain or another server was faster.
 */
export async function squashStored(
  store: Store,
  documentId: string,
  work: (updates: Uint8Array[]) => Promise<Squashed>,
): Promise<Snapshot | null> {
  const { snapshot, records } = await store.read(documentId)
  if (records.length === 0) return null
  const updates = records.flatMap(record => record.updates)
  const squashed = await work(snapshot ? [snapshot.update, ...updates] : updates)
  const next = { version: (snapshot?.version ?? 0) + 1, ...squashed }
  const included = records.map(({ recordId }) => recordId)
  return (await store.replace(documentId, next, included)) ? next : null
}
