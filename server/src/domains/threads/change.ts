import { Problem } from '@colloquy/shared/contract/problems'
import type { Found } from './find.ts'
import { type StoredThread, ThreadModel } from './model.ts'

type Changes = Partial<Pick<StoredThread, 'anchor' | 'resolution' | 'comments'>>

/** How often a change is worked out anew before somebody is told that the thread is too busy. */
const ATTEMPTS = 8

/**
 * Writes what `work` makes of the thread, if nobody changed it meanwhile; else works it out anew from what they
 * left. `null` from `work` means that there is nothing to change.
 */
export async function change(found: Found, work: (thread: StoredThread) => Changes | null): Promise<Found> {
  const threadId = found.thread._id
  let { thread } = found
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const changes = work(thread)
    if (!changes) return { ...found, thread }
    const written = await ThreadModel.findOneAndUpdate(
      { _id: threadId, revision: thread.revision },
      { $set: changes, $inc: { revision: 1 } },
      { returnDocument: 'after' },
    ).lean<StoredThread>()
    if (written) return { ...found, thread: written }
    const current = await ThreadModel.findById(threadId).lean<StoredThread>()
    if (!current) throw new Problem('missing', 'The thread is gone')
    thread = current
  }
  throw new Problem('conflict', 'Many people are changing this thread. Nothing was changed; please try again')
}
