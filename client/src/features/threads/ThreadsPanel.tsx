import type { Thread } from '@colloquy/shared/contract/threads'
import { Button, ScrollArea, VisuallyHidden } from '@mantine/core'
import type { Editor } from '@tiptap/core'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { usePeople, useSignedIn } from '../../api/session.ts'
import { Loading } from '../../ui/Loading.tsx'
import { arrange } from './arrange.ts'
import { compose } from './compose.ts'
import { draftKey, readDraft } from './draft.ts'
import { StartThread } from './StartThread.tsx'
import { goToText, showInText } from './showInText.ts'
import { type CardActs, ThreadCard } from './ThreadCard.tsx'
import { ThreadGroup } from './ThreadGroup.tsx'
import classes from './ThreadsPanel.module.css'
import { useAnnouncements } from './useAnnouncements.ts'
import { useLatest } from './useLatest.ts'
import { useThreadActs } from './useThreadActs.ts'
import { useThreadKeys } from './useThreadKeys.ts'
import { useThreads } from './useThreads.ts'

/** What people said about a document, beside its text or over it. */
export function ThreadsPanel({
  documentId,
  editor,
  shown,
}: {
  documentId: string
  editor: Editor
  /** Called when somebody wants to see the text, which a panel that covers it has to make way for. */
  shown?: () => void
}) {
  const { accountId } = useSignedIn().person
  const people = usePeople()
  const { query, threads, outgoing, outbox, mayComment } = useThreads(documentId)
  const desk = editor.storage.threads
  const { placed, active, composing } = useSyncExternalStore(desk.subscribe, desk.get)
  const [replying, setReplying] = useState<string | null>(null)
  const actsOf = useThreadActs(editor, documentId, outbox)
  const news = useAnnouncements(query.data, accountId, people)
  const { open, orphaned, resolved } = useMemo(() => arrange(threads, placed), [threads, placed])
  const listed = [...open, ...orphaned, ...resolved]
  const deliveries = useMemo(
    () => new Map(outgoing.map(({ commentId, delivery }) => [commentId, delivery])),
    [outgoing],
  )

  useEffect(() => {
    // A thread whose writing was interrupted is there again, with its passage.
    const { body, anchor } = readDraft(localStorage, draftKey(accountId, documentId, 'new'))
    if (body !== '' && !desk.get().composing) desk.set({ composing: { anchor } })
  }, [desk, accountId, documentId])

  const choose = (threadId: string) => {
    if (desk.get().active !== threadId) desk.set({ active: threadId })
  }
  const visit = (thread: Thread | undefined) => {
    desk.set({ active: thread?.threadId ?? null })
    if (!thread) return
    showInText(editor, thread.threadId)
    // The card may only now come into its list.
    requestAnimationFrame(() => focusCard(thread.threadId))
  }
  const unresolved = [...open, ...orphaned]
  const move = (step: number) => {
    const walk = resolved.some(isChosen(active)) ? listed : unresolved
    const at = walk.findIndex(isChosen(active))
    visit(walk[at === -1 ? 0 : Math.max(0, Math.min(walk.length - 1, at + step))])
  }
  const toggle = (thread: Thread) => {
    actsOf(thread).toggle()
    if (thread.resolution) return
    // A thread that is resolved folds away, and the next one takes its place.
    const at = unresolved.indexOf(thread)
    visit(unresolved[at + 1] ?? unresolved[at - 1])
  }
  const withActive = (act: (thread: Thread) => void) => () => {
    const thread = listed.find(({ threadId }) => threadId === active)
    if (thread) act(thread)
  }
  useThreadKeys({
    next: () => move(1),
    previous: () => move(-1),
    reply: withActive(({ threadId, abilities }) => abilities.reply && setReplying(threadId)),
    toggle: withActive(thread => thread.abilities.resolve && toggle(thread)),
    show: withActive(({ threadId }) => {
      shown?.()
      showInText(editor, threadId)
      goToText(editor, threadId)
    }),
    leave: withActive(({ threadId }) => goToText(editor, threadId)),
  })

  const on = useLatest<CardActs>({
    acts: actsOf,
    choose: ({ threadId }) => choose(threadId),
    toggle,
    reply: ({ threadId }, isOpen) => setReplying(isOpen ? threadId : null),
    glance: ({ threadId }) => showInText(editor, threadId),
    show: ({ threadId }) => {
      shown?.()
      showInText(editor, threadId)
    },
  })
  const cards = (group: Thread[]) =>
    group.map(thread => (
      <li key={thread.threadId}>
        <ThreadCard
          thread={thread}
          isActive={active === thread.threadId}
          isReplying={replying === thread.threadId}
          isOrphaned={placed.get(thread.threadId)?.state === 'orphaned'}
          people={people}
          me={accountId}
          deliveries={deliveries}
          on={on}
        />
      </li>
    ))

  return (
    <ScrollArea className={classes['panel'] ?? ''} type="auto" scrollbarSize={8}>
      <VisuallyHidden role="status" aria-live="polite">
        {news}
      </VisuallyHidden>
      <Loading of={[query]}>
        {composing && mayComment && (
          <StartThread
            documentId={documentId}
            anchor={composing.anchor}
            outbox={outbox}
            done={threadId => {
              desk.set({ composing: null, ...(threadId ? { active: threadId } : {}) })
              if (threadId) requestAnimationFrame(() => focusCard(threadId))
              else editor.view.focus()
            }}
          />
        )}
        {listed.length === 0 && !composing && (
          <p className={classes['note']}>
            {mayComment
              ? 'No comments yet. Select words in the text to say something about them.'
              : 'No comments yet. You may read this document but not comment on it.'}
          </p>
        )}
        {open.length > 0 && (
          <ul className={classes['list']} aria-label="Open threads">
            {cards(open)}
          </ul>
        )}
        <ThreadGroup title="Text deleted" count={orphaned.length} isOpen>
          {cards(orphaned)}
        </ThreadGroup>
        <ThreadGroup title="Resolved" count={resolved.length} isOpen={resolved.some(isChosen(active))}>
          {cards(resolved)}
        </ThreadGroup>
        {mayComment && !composing && (
          <Button variant="subtle" color="gray" size="xs" m="xs" onClick={() => compose(editor, null)}>
            Comment on the whole document
          </Button>
        )}
      </Loading>
    </ScrollArea>
  )
}

const isChosen =
  (active: string | null) =>
  ({ threadId }: Thread) =>
    threadId === active

function focusCard(threadId: string) {
  document.querySelector<HTMLElement>(`[data-thread-card="${threadId}"]`)?.focus({ preventScroll: true })
}
