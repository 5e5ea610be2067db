import type { Resolution } from '@colloquy/shared/anchors/resolve'
import type { Anchor } from '@colloquy/shared/contract/anchor'
import type { Thread } from '@colloquy/shared/contract/threads'

/** What text and panel share about the threads of one open document. */
export type DeskState = {
  threads: readonly Thread[]
  /**
   * Where each anchored thread stands in the text. It is renewed when their order or the text of one is lost or
   * found, not when all of them just move along, which would draw every card at each pause in typing.
   */
  placed: ReadonlyMap<string, Resolution>
  active: string | null
  /** Set while a new thread is being written: on a passage, or with `null` on the document as a whole. */
  composing: { anchor: Anchor | null } | null
}

export type Desk = {
  get(): DeskState
  set(changes: Partial<DeskState>): void
  subscribe(listener: () => void): () => void
  /** The same as of the last time they were looked for, for whoever goes there. */
  where: ReadonlyMap<string, Resolution>
  /** Called when something was chosen in the text that the panel should come up for. */
  onOpen: () => void
  /** Called after one's own edits took a thread's characters away while its words still stand elsewhere. */
  onMoved: (thread: Thread, anchor: Anchor) => void
}

export function createDesk(onOpen: () => void): Desk {
  let state: DeskState = { threads: [], placed: new Map(), active: null, composing: null }
  const listeners = new Set<() => void>()
  return {
    get: () => state,
    set(changes) {
      state = { ...state, ...changes }
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    where: new Map(),
    onOpen,
    onMoved: () => undefined,
  }
}
