import type { Person } from '@colloquy/shared/contract/accounts'
import type { Thread } from '@colloquy/shared/contract/threads'
import { Button } from '@mantine/core'
import { memo, useEffect, useRef } from 'react'
import { Ago } from '../../ui/Ago.tsx'
import { IconCheck, IconRefresh } from '../../ui/icons.ts'
import { CommentView } from './CommentView.tsx'
import { Composer } from './Composer.tsx'
import { draftKey, useDraft } from './draft.ts'
import type { Delivery } from './outbox.ts'
import { Quote } from './Quote.tsx'
import classes from './ThreadCard.module.css'
import type { ThreadActs } from './useThreadActs.ts'

const kindNames: Record<Thread['kind'], string | null> = {
  comment: null,
  question: 'Question',
  suggestion: 'Suggestion',
  concern: 'Concern',
  praise: 'Praise',
}

/** What a card asks of the panel it is in. */
export type CardActs = {
  acts: (thread: Thread) => ThreadActs
  choose: (thread: Thread) => void
  /** Resolves an open thread and reopens a resolved one. */
  toggle: (thread: Thread) => void
  /** Opens or closes the field for an answer. */
  reply: (thread: Thread, open: boolean) => void
  /** Brings the passage into sight, beside the panel. */
  glance: (thread: Thread) => void
  /** The same, and makes way for it. */
  show: (thread: Thread) => void
}

/** One thread: the words it is about, what was said, and what its reader may do next. */
export const ThreadCard = memo(function ThreadCard({
  thread,
  isActive,
  isReplying,
  isOrphaned,
  people,
  me,
  deliveries,
  on,
}: {
  thread: Thread
  isActive: boolean
  isReplying: boolean
  isOrphaned: boolean
  people: ReadonlyMap<string, Person>
  me: string
  deliveries: ReadonlyMap<string, Delivery>
  on: { readonly current: CardActs }
}) {
  const card = useRef<HTMLElement>(null)
  const { draft, write, clear } = useDraft(draftKey(me, thread.documentId, thread.threadId))
  const { anchor, abilities, resolution } = thread
  const kind = kindNames[thread.kind]
  const hasField = abilities.reply && (isReplying || draft.body !== '')

  useEffect(() => {
    if (isActive) card.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: reason: J and K choose a thread; the press is a shortcut for pointers
    <article
      ref={card}
      className={classes['card']}
      aria-label={labelOf(thread, people)}
      aria-current={isActive || undefined}
      data-thread-card={thread.threadId}
      tabIndex={-1}
      onClick={() => {
        if (!isActive) on.current.glance(thread)
        on.current.choose(thread)
      }}
      onFocus={() => on.current.choose(thread)}
    >
      {(kind || isOrphaned) && (
        <p className={classes['tags']}>
          {kind && <span className={classes[thread.kind]}>{kind}</span>}
          {isOrphaned && <span className={classes['orphaned']}>Its text was deleted</span>}
        </p>
      )}
      {anchor && (
        <Quote text={anchor.quote.exact} show={isOrphaned ? undefined : () => on.current.show(thread)} />
      )}
      <ul className={classes['comments']}>
        {thread.comments.map(comment => (
          <CommentView
            key={comment.commentId}
            comment={comment}
            author={people.get(comment.author)}
            delivery={deliveries.get(comment.commentId)}
            acts={() => on.current.acts(thread).comments}
          />
        ))}
      </ul>
      {resolution && (
        <p className={classes['resolution']}>
          <IconCheck size={14} aria-hidden /> Resolved by {people.get(resolution.by)?.name ?? 'somebody'}{' '}
          <Ago time={resolution.at} />
          {resolution.note && <span className={classes['note']}>{resolution.note}</span>}
        </p>
      )}
      {hasField && (
        <div className={classes['field']}>
          <Composer
            label="Reply"
            placeholder="Reply"
            sendLabel="Reply"
            body={draft.body}
            write={body => write({ body })}
            send={body => {
              on.current.acts(thread).reply(body)
              clear()
              on.current.reply(thread, false)
              card.current?.focus({ preventScroll: true })
            }}
            leave={() => {
              on.current.reply(thread, false)
              card.current?.focus({ preventScroll: true })
            }}
            focus={isReplying}
          />
        </div>
      )}
      <div className={classes['acts']}>
        {abilities.reply && !hasField && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            onClick={() => on.current.reply(thread, true)}
          >
            Reply
          </Button>
        )}
        {abilities.resolve && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            leftSection={resolution ? <IconRefresh size={14} /> : <IconCheck size={14} />}
            onClick={() => on.current.toggle(thread)}
          >
            {resolution ? 'Reopen' : 'Resolve'}
          </Button>
        )}
        {isOrphaned && abilities.reanchor && (
          <Button
            size="compact-xs"
            variant="subtle"
            // The press would take the selection away before it could be read.
            onMouseDown={event => event.preventDefault()}
            onClick={() => on.current.acts(thread).reanchor()}
          >
            Anchor to the selection
          </Button>
        )}
      </div>
    </article>
  )
})

function labelOf(thread: Thread, people: ReadonlyMap<string, Person>): string {
  const name = people.get(thread.createdBy)?.name ?? 'somebody'
  const place = thread.anchor ? `on “${thread.anchor.quote.exact.slice(0, 80)}”` : 'on the document'
  return `${kindNames[thread.kind] ?? 'Thread'} by ${name} ${place}`
}
