import { anchor } from '@colloquy/shared/contract/anchor'
import { startedKind } from '@colloquy/shared/contract/threads'
import { useCallback, useState } from 'react'
import { z } from 'zod'

/** A comment that is still being written. Kind and anchor matter to the first comment of a thread alone. */
const draft = z.object({
  body: z.string(),
  kind: startedKind.default('comment'),
  anchor: anchor.nullable().default(null),
})
export type Draft = z.infer<typeof draft>

const EMPTY: Draft = { body: '', kind: 'comment', anchor: null }

/** Where the draft of a person is kept; `threadId` is `new` for a thread that is being started. */
export const draftKey = (accountId: string, documentId: string, threadId: string) =>
  `colloquy.draft:${accountId}:${documentId}:${threadId}`

export function readDraft(storage: Storage, key: string): Draft {
  try {
    return draft.parse(JSON.parse(storage.getItem(key) ?? ''))
  } catch {
    // None was kept, or one that this version of the page cannot read.
    return EMPTY
  }
}

export function keepDraft(storage: Storage, key: string, kept: Draft) {
  if (kept.body.trim() === '') storage.removeItem(key)
  else storage.setItem(key, JSON.stringify(kept))
}

/** A draft that survives leaving the page; `clear` when it was sent or given up. */
export function useDraft(key: string): {
  draft: Draft
  write: (changes: Partial<Draft>) => void
  clear: () => void
} {
  const [held, setHeld] = useState(() => ({ key, draft: readDraft(localStorage, key) }))
  const current = held.key === key ? held.draft : readDraft(localStorage, key)
  const keep = useCallback(
    (next: Draft) => {
      keepDraft(localStorage, key, next)
      setHeld({ key, draft: next })
    },
    [key],
  )
  return { draft: current, write: changes => keep({ ...current, ...changes }), clear: () => keep(EMPTY) }
}
