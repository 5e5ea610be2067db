import { nextDue } from '@colloquy/shared/review/due'
import type { ReviewEvent } from '@colloquy/shared/review/events'
import { SYSTEM } from '@colloquy/shared/review/people'
import mongoose from 'mongoose'
import { clock } from '../../kernel/clock.ts'
import type { Kernel } from '../../kernel/domain.ts'
import { log } from '../../kernel/log.ts'
import { setState } from '../documents/index.ts'
import { contextOf } from './context.ts'
import { EventModel, ReviewModel, type StoredReview } from './model.ts'
import { DUPLICATE, load } from './store.ts'

export type Tellers = Pick<Kernel, 'bus' | 'live'>

/** What is due but does not happen, since somebody has to come back first, is looked at again after so many milliseconds. */
const PATIENCE = 60_000

/**
 * Does what follows from a review's latest events: writes them to the log, shows the state on the document, tells the other
 * domains and the open pages, and notes when the clock has something to do next. Everything here may be done twice, by
 * several servers at once, and after a crash: the events leave the outbox only when all of it is done.
 */
export async function settle(tellers: Tellers, documentId: string): Promise<void> {
  for (let stored = await load(documentId); stored; stored = await load(documentId)) {
    if (stored.outbox.length > 0) await tell(tellers, stored)
    const { matchedCount } = await ReviewModel.updateOne(
      { _id: documentId, revision: stored.revision },
      { $set: { outbox: [], dueAt: await dueAt(stored) } },
    )
    if (matchedCount > 0) return
  }
}

/** The same where the answer does not wait for it to succeed: what fails is done by the sweep. */
export async function settleSoon(tellers: Tellers, documentId: string): Promise<void> {
  await settle(tellers, documentId).catch(error =>
    log.error({ err: error, documentId }, 'what follows from a review is left to the sweep'),
  )
}

async function tell(
  { bus, live }: Tellers,
  { _id: documentId, review, outbox }: StoredReview,
): Promise<void> {
  await append(outbox)
  if (await setState(documentId, review.stage.state))
    live.announce('document.changed', documentId, 'everyone')
  await bus.announce('review.changed', { documentId, review, events: outbox })
  live.announce('review.changed', documentId, { documentId })
}

async function append(events: readonly ReviewEvent[]): Promise<void> {
  const rows = events.map(event => ({ _id: `${event.documentId}-${event.sequence}`, ...event }))
  try {
    await EventModel.insertMany(rows, { ordered: false })
  } catch (error) {
    if (!isKnown(error)) throw error
  }
}

/** Whether all that could not be added to the log is in it already. */
const isKnown = (error: unknown): boolean =>
  error instanceof mongoose.mongo.MongoBulkWriteError &&
  [error.writeErrors].flat().every(({ code }) => code === DUPLICATE)

async function dueAt({ review }: StoredReview): Promise<Date | null> {
  const due = nextDue(review, await contextOf(review, SYSTEM))
  if (due === null) return null
  const now = clock.now().getTime()
  return new Date(due > now ? due : now + PATIENCE)
}
