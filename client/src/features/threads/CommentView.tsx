import type { Person } from '@colloquy/shared/contract/accounts'
import type { Comment } from '@colloquy/shared/contract/threads'
import { ActionIcon, Menu } from '@mantine/core'
import { useState } from 'react'
import { Ago } from '../../ui/Ago.tsx'
import { IconDots, IconPencil, IconTrash } from '../../ui/icons.ts'
import { PersonAvatar } from '../../ui/PersonAvatar.tsx'
import classes from './CommentView.module.css'
import { Composer } from './Composer.tsx'
import { DeliveryNote } from './DeliveryNote.tsx'
import type { Delivery } from './outbox.ts'

const GONE = { name: 'Somebody', hue: 220 }

export type CommentActs = {
  edit: (commentId: string, body: string) => Promise<unknown>
  remove: (commentId: string) => void
  resend: (commentId: string) => void
  takeBack: (commentId: string) => void
}

/** One comment: who, when, what; with what its reader may do about it. */
export function CommentView({
  comment,
  author = GONE,
  delivery,
  acts,
}: {
  comment: Comment
  author: Pick<Person, 'name' | 'hue'> | undefined
  /** Set while the server does not have it yet. */
  delivery: Delivery | undefined
  acts: () => CommentActs
}) {
  const [edited, setEdited] = useState<string | null>(null)
  const { commentId, body, abilities } = comment
  if (body === null) return <li className={classes['tombstone']}>Comment taken back</li>

  const save = (text: string) => {
    // The field stays open with its text when this fails; the failure has been told by then.
    acts()
      .edit(commentId, text)
      .then(
        () => setEdited(null),
        () => undefined,
      )
  }
  return (
    <li className={classes['comment']}>
      <PersonAvatar person={author} size={24} label="" />
      <div className={classes['content']}>
        <div className={classes['byline']}>
          <span className={classes['author']}>{author.name}</span>
          <span className={classes['time']}>
            <Ago time={comment.createdAt} />
            {comment.editedAt && ' · edited'}
          </span>
          {abilities.edit && edited === null && (
            <Menu position="bottom-end" withinPortal>
              <Menu.Target>
                <ActionIcon
                  size={24}
                  aria-label="What to do with this comment"
                  className={classes['more'] ?? ''}
                >
                  <IconDots size={16} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => setEdited(body)}>
                  Edit
                </Menu.Item>
                {abilities.delete && (
                  <Menu.Item
                    color="red"
                    leftSection={<IconTrash size={16} />}
                    onClick={() => acts().remove(commentId)}
                  >
                    Take back
                  </Menu.Item>
                )}
              </Menu.Dropdown>
            </Menu>
          )}
        </div>
        {edited === null ? (
          <p className={classes['body']}>{body}</p>
        ) : (
          <Composer
            label="Edit the comment"
            placeholder=""
            sendLabel="Save"
            body={edited}
            write={setEdited}
            send={save}
            leave={() => setEdited(null)}
            focus
          />
        )}
        {delivery && (
          <DeliveryNote
            delivery={delivery}
            resend={() => acts().resend(commentId)}
            takeBack={() => acts().takeBack(commentId)}
          />
        )}
      </div>
    </li>
  )
}
