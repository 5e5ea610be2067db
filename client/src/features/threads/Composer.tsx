import { Button, Group, Textarea } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import classes from './Composer.module.css'

/** A field for one comment. Mod+Enter sends, Esc leaves it; what is written stays until it is sent or discarded. */
export function Composer({
  label,
  placeholder,
  sendLabel,
  body,
  write,
  send,
  leave,
  focus = false,
  children,
}: {
  label: string
  placeholder: string
  sendLabel: string
  body: string
  write: (body: string) => void
  send: (body: string) => void
  leave: () => void
  /** Whether it takes the focus when it appears. */
  focus?: boolean
  children?: ReactNode
}) {
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (focus) field.current?.focus({ preventScroll: true })
  }, [focus])
  const isEmpty = body.trim() === ''

  const submit = () => {
    if (!isEmpty) send(body.trim())
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // An input method uses the same keys for its own choices.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) submit()
    else if (event.key === 'Escape') leave()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <form
      className={classes['composer']}
      onSubmit={event => {
        event.preventDefault()
        submit()
      }}
    >
      {children}
      <Textarea
        ref={field}
        aria-label={label}
        placeholder={placeholder}
        value={body}
        onChange={event => write(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        maxLength={20_000}
        autosize
        minRows={2}
        maxRows={12}
      />
      {(focus || !isEmpty) && (
        <Group justify="flex-end" gap={8} mt={8}>
          <Button variant="subtle" color="gray" size="xs" onClick={leave}>
            {isEmpty ? 'Cancel' : 'Later'}
          </Button>
          <Button type="submit" size="xs" disabled={isEmpty}>
            {sendLabel}
          </Button>
        </Group>
      )}
    </form>
  )
}
