import type { Anchor } from '@colloquy/shared/contract/anchor'
import { useSignedIn } from '../../api/session.ts'
import { draftKey, useDraft } from './draft.ts'
import { NewThread } from './NewThread.tsx'
import { newId } from './newId.ts'
import type { Outbox } from './outbox.ts'

/** Writes and posts the first comment of a thread. `done` gets the new thread, or `null` when it was left. */
export function StartThread({
  documentId,
  anchor,
  outbox,
  done,
}: {
  documentId: string
  anchor: Anchor | null
  outbox: Outbox
  done: (threadId: string | null) => void
}) {
  const { accountId } = useSignedIn().person
  const { draft, write, clear } = useDraft(draftKey(accountId, documentId, 'new'))
  const send = (body: string) => {
    const [threadId, commentId] = [newId(), newId()]
    const writtenAt = new Date().toISOString()
    outbox.post({ what: 'start', threadId, commentId, kind: draft.kind, anchor, body, writtenAt })
    clear()
    done(threadId)
  }
  return <NewThread anchor={anchor} draft={draft} write={write} send={send} leave={() => done(null)} />
}
