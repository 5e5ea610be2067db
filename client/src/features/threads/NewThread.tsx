import type { Anchor } from '@colloquy/shared/contract/anchor'
import { startedKind } from '@colloquy/shared/contract/threads'
import { SegmentedControl } from '@mantine/core'
import { Composer } from './Composer.tsx'
import type { Draft } from './draft.ts'
import classes from './NewThread.module.css'
import { Quote } from './Quote.tsx'

const kinds = {
  comment: 'Comment',
  question: 'Question',
  praise: 'Praise',
} satisfies Record<Draft['kind'], string>

const choices = startedKind.options.map(kind => ({ value: kind, label: kinds[kind] }))

/** The composer of a thread that does not exist yet, with the passage it will be about. */
export function NewThread({
  anchor,
  draft,
  write,
  send,
  leave,
}: {
  anchor: Anchor | null
  draft: Draft
  write: (changes: Partial<Draft>) => void
  send: (body: string) => void
  leave: () => void
}) {
  return (
    <section className={classes['new']} aria-label="New thread">
      {anchor ? (
        <Quote text={anchor.quote.exact} />
      ) : (
        <p className={classes['whole']}>About the document as a whole</p>
      )}
      <Composer
        label="Comment"
        placeholder="Say it as you would across the table"
        sendLabel={kinds[draft.kind]}
        body={draft.body}
        write={body => write({ body, anchor })}
        send={send}
        leave={leave}
        focus
      >
        <SegmentedControl
          aria-label="What kind of thread"
          size="xs"
          mb={8}
          data={choices}
          value={draft.kind}
          onChange={kind => write({ kind: startedKind.parse(kind), anchor })}
        />
      </Composer>
    </section>
  )
}
