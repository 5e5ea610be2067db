import type { ReviewEvent } from '@colloquy/shared/review/events'
import { redact } from '@colloquy/shared/review/sight'
import type { Actor } from '../../kernel/actor.ts'
import { readable } from '../documents/index.ts'
import { EventModel } from './model.ts'
import { load } from './store.ts'

/** What happened in the review of a document, oldest first, as this person may see it. Empty while there is no review. */
export async function listEvents(
  actor: Actor,
  { documentId, after, limit }: { documentId: string; after: number; limit: number },
): Promise<ReviewEvent[]> {
  await readable(actor, documentId)
  const stored = await load(documentId)
  if (!stored) return []
  const logged = await EventModel.find({ documentId, sequence: { $gt: after } }, { _id: 0 })
    .sort({ sequence: 1 })
    .limit(limit)
    .lean<ReviewEvent[]>()
  // What has just happened may still be on its way to the log.
  const last = logged.at(-1)?.sequence ?? after
  const fresh = stored.outbox.filter(({ sequence }) => sequence > last)
  return redact(stored.review, [...logged, ...fresh].slice(0, limit), actor.accountId)
}
