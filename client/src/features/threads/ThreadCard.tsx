import type { Person } from '@colloquy/shared/contract/accounts'
import type { Thread } from '@colloquy/shared/contract/threads'
import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
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

/** One thread: the words it is about, what was said, and what its reader may do next. */
export function ThreadCard({
  thread,
  isActive,
  isReplying,
  isOrphaned,
  people,
  me,
  deliveries,
  acts,
  choose,
  toggle,
  reply,
  glance,
  show,
}: {
  thread: Thread
  isActive: boolean
  isReplying: boolean
  isOrphaned: boolean
  people: ReadonlyMap<string, Person>
  me: string
  deliveries: ReadonlyMap<string, Delivery>
  acts: ThreadActs
  choose: () => void
  /** Resolves an open thread and reopens a resolved one. */
  toggle: () => void
  /** Opens or closes the field for an answer. */
  reply: (open: boolean) => void
  /** Brings the passage into sight, beside the panel. */
  glance: () => void
  /** The same, and makes way for it. */
  show: () => void
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
        if (!isActive) glance()
        choose()
      }}
      onFocus={choose}
    >
      {(kind || isOrphaned) && (
        <p className={classes['tags']}>
          {kind && <span className={classes[thread.kind]}>{kind}</span>}
          {isOrphaned && <span className={classes['orphaned']}>Its text was deleted</span>}
        </p>
      )}
      {anchor && <Quote text={anchor.quote.exact} show={isOrphaned ? undefined : show} />}
      <ul className={classes['comments']}>
        {thread.comments.map(comment => (
          <CommentView
            key={comment.commentId}
            comment={comment}
            author={people.get(comment.author)}
            delivery={deliveries.get(comment.commentId)}
            acts={acts.comments}
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
              acts.reply(body)
              clear()
              reply(false)
              card.current?.focus({ preventScroll: true })
            }}
            leave={() => {
              reply(false)
              card.current?.focus({ preventScroll: true })
            }}
            focus={isReplying}
          />
        </div>
      )}
      <div className={classes['acts']}>
        {abilities.reply && !hasField && (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => reply(true)}>
            Reply
          </Button>
        )}
        {abilities.resolve && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            leftSection={resolution ? <IconRefresh size={14} /> : <IconCheck size={14} />}
            onClick={toggle}
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
            onClick={acts.reanchor}
          >
            Anchor to the selection
          </Button>
        )}
      </div>
    </article>
  )
}

function labelOf(thread: Thread, people: ReadonlyMap<string, Person>): string {
  const name = people.get(thread.createdBy)?.name ?? 'somebody'
  const place = thread.anchor ? `on “${thread.anchor.quote.exact.slice(0, 80)}”` : 'on the document'
  return `${kindNames[thread.kind] ?? 'Thread'} by ${name} ${place}`
}
