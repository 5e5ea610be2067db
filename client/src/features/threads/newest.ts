import type { Thread } from '@colloquy/shared/contract/threads'

/**
 * A fetched list of threads after the one that is held: an event that came while the answer was on its way is
 * newer than the answer. What did not change keeps its identity.
 */
export function newest(held: readonly Thread[] | undefined, fetched: readonly Thread[]): readonly Thread[] {
  if (!held) return fetched
  const known = new Map(held.map(thread => [thread.threadId, thread]))
  const listed = new Set(fetched.map(thread => thread.threadId))
  const merged = [
    ...fetched.map(thread => newer(known.get(thread.threadId), thread)),
    // Threads are never removed, so one that is missing was started after the answer was made.
    ...held.filter(thread => !listed.has(thread.threadId)),
  ]
  const isSame = merged.length === held.length && merged.every((thread, index) => thread === held[index])
  return isSame ? held : merged
}

/** Of the same revision, the fetched one has the abilities of now. */
function newer(held: Thread | undefined, fetched: Thread): Thread {
  if (!held || held.revision < fetched.revision) return fetched
  if (held.revision > fetched.revision) return held
  return JSON.stringify(held) === JSON.stringify(fetched) ? held : fetched
}
