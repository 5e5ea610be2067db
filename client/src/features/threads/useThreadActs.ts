import { type Thread, threadRoutes } from '@colloquy/shared/contract/threads'
import { useQueryClient } from '@tanstack/react-query'
import type { Editor } from '@tiptap/core'
import { apply } from '../../api/apply.ts'
import { useWrite } from '../../api/query.ts'
import { useSignedIn } from '../../api/session.ts'
import { tell } from '../../ui/tell.ts'
import type { CommentActs } from './CommentView.tsx'
import { anchorOfSelection, compose } from './compose.ts'
import { draftKey, keepDraft } from './draft.ts'
import { newId } from './newId.ts'
import type { Outbox } from './outbox.ts'

export type ThreadActs = {
  reply: (body: string) => void
  /** Resolves an open thread and reopens a resolved one. */
  toggle: () => void
  reanchor: () => void
  comments: CommentActs
}

/** What can be done with the threads of a document; each reply of the server goes straight into the cache. */
export function useThreadActs(editor: Editor, documentId: string, outbox: Outbox) {
  const cache = useQueryClient()
  const { accountId } = useSignedIn().person
  const keep = (thread: Thread) => apply(cache, 'thread.changed', thread)
  const resolve = useWrite(threadRoutes.resolve, keep)
  const reopen = useWrite(threadRoutes.reopen, keep)
  const reanchor = useWrite(threadRoutes.reanchor, keep)
  const edit = useWrite(threadRoutes.editComment, keep)
  const remove = useWrite(threadRoutes.deleteComment, keep)

  const takeBack = (commentId: string) => {
    const comment = outbox.takeBack(commentId)
    if (!comment) return
    const { body, threadId } = comment
    const opening = comment.what === 'start' ? comment : { kind: 'comment' as const, anchor: null }
    const place = comment.what === 'start' ? 'new' : threadId
    const { kind, anchor } = opening
    keepDraft(localStorage, draftKey(accountId, documentId, place), { body, kind, anchor })
    if (comment.what === 'start') compose(editor, anchor)
    else editor.storage.threads.set({ active: threadId })
  }
  return ({ threadId, resolution, revision }: Thread): ThreadActs => ({
    reply: body =>
      outbox.post({
        what: 'reply',
        threadId,
        commentId: newId(),
        body,
        writtenAt: new Date().toISOString(),
      }),
    toggle: () => (resolution ? reopen.mutate({ threadId }) : resolve.mutate({ threadId })),
    reanchor: () => {
      const anchor = editor.state.selection.empty ? null : anchorOfSelection(editor)
      if (anchor) reanchor.mutate({ threadId, anchor, revision })
      else tell.done('Select the words in the text first, then anchor the thread to them.')
    },
    comments: {
      edit: (commentId, body) => edit.mutateAsync({ threadId, commentId, body }),
      remove: commentId => remove.mutate({ threadId, commentId }),
      resend: outbox.resend,
      takeBack,
    },
  })
}
