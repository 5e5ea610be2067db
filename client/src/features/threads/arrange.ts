import type { Resolution } from '@colloquy/shared/anchors/resolve'
import type { Thread } from '@colloquy/shared/contract/threads'

export type Arranged = {
  /** In the order of the text; those about the document as a whole come last, oldest first. */
  open: Thread[]
  /** Open threads whose text is gone. */
  orphaned: Thread[]
  /** Latest resolution first. */
  resolved: Thread[]
}

/** The threads of a document as the panel lists them. A thread of which every comment was taken back is not. */
export function arrange(threads: readonly Thread[], placed: ReadonlyMap<string, Resolution>): Arranged {
  const readable = threads.filter(thread => thread.comments.some(comment => comment.body !== null))
  const unresolved = readable.filter(thread => !thread.resolution)
  const isOrphaned = (thread: Thread) => placed.get(thread.threadId)?.state === 'orphaned'
  const position = ({ threadId }: Thread) => {
    const place = placed.get(threadId)
    return place?.state === 'anchored' ? place.from : Number.MAX_SAFE_INTEGER
  }
  return {
    open: unresolved
      .filter(thread => !isOrphaned(thread))
      .sort((a, b) => position(a) - position(b) || a.createdAt.localeCompare(b.createdAt)),
    orphaned: unresolved.filter(isOrphaned),
    resolved: readable
      .filter(thread => thread.resolution)
      .sort((a, b) => (b.resolution?.at ?? '').localeCompare(a.resolution?.at ?? '')),
  }
}
