import { apply } from '@colloquy/shared/review/apply'
import { SYSTEM } from '@colloquy/shared/review/people'
import { clock } from '../../kernel/clock.ts'
import type { Running } from '../../kernel/domain.ts'
import { leaseOf } from '../../kernel/lease.ts'
import { log } from '../../kernel/log.ts'
import { ReviewModel } from './model.ts'
import { settle, type Tellers } from './settle.ts'
import { move } from './store.ts'

/** How often what is due is looked for, how long another server waits for this one, and when a failure is tried again; in milliseconds. */
const PERIOD = 1000
const LEASE = 10_000
const RETRY = 30_000
const AT_ONCE = 100

/**
 * Lets the clock act: on one server at a time, every review whose time has come gets its tick, and what a crash left undone
 * is done. When things happen is kept beside each review, so a restart forgets nothing and only makes it late.
 */
export function startSweep(tellers: Tellers): Running {
  const lease = leaseOf('reviews', LEASE)
  let timer: NodeJS.Timeout | null = null
  let running: Promise<void> = Promise.resolve()
  const pass = async () => {
    try {
      if (await lease.hold()) await sweep(tellers)
    } catch (error) {
      log.error({ err: error }, 'the reviews that are due could not be looked at')
    }
    if (timer) again()
  }
  const again = () => {
    timer = setTimeout(() => {
      running = pass()
    }, PERIOD)
    timer.unref()
  }
  again()
  return {
    async stop() {
      if (timer) clearTimeout(timer)
      timer = null
      await running
      await lease.release()
    },
  }
}

async function sweep(tellers: Tellers): Promise<void> {
  const due = await ReviewModel.find({ dueAt: { $lte: clock.now() } }, { _id: 1 })
    .sort({ dueAt: 1 })
    .limit(AT_ONCE)
    .lean<{ _id: string }[]>()
  for (const { _id: documentId } of due) {
    try {
      await move(documentId, SYSTEM, (review, context) => apply(review, { type: 'tick' }, context))
      await settle(tellers, documentId)
    } catch (error) {
      log.error({ err: error, documentId }, 'a review that is due could not be settled')
      // One that cannot be settled must not keep the others waiting.
      const later = new Date(clock.now().getTime() + RETRY)
      await ReviewModel.updateOne({ _id: documentId }, { $set: { dueAt: later } })
    }
  }
}
