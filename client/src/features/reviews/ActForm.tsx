import type { SentAct } from '@colloquy/shared/contract/reviews'
import { rowsFor } from '@colloquy/shared/review/table'
import { Button, Group, Stack } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { FormProblem } from '../../ui/FormProblem.tsx'
import { ActField } from './ActField.tsx'
import classes from './ActForm.module.css'
import type { Ask, Field, Values } from './asks/ask.ts'
import { passageOf } from './passage.ts'
import type { Scene } from './scene.ts'

/** What an act asks for, with what it will do. Closes when it was done; a refusal is shown and keeps what was written. */
export function ActForm({
  ask,
  id,
  scene,
  send,
  isSending,
  problem,
  leave,
}: {
  ask: Ask
  id: string
  scene: Scene
  send: (act: SentAct) => void
  isSending: boolean
  problem: Error | null
  leave: () => void
}) {
  const form = useRef<HTMLFormElement>(null)
  const [written, setWritten] = useState<ReadonlyMap<string, string[]>>(() => startOf(scene, ask, id))
  const values = valuesIn(written)
  const fields = ask.fields?.(scene, id, values) ?? []
  const isReady = fields.every(field => !field.required || isFilled(values.many(field.name)))
  const effect = rowsFor(ask.act, scene.record.review.stage.state)[0]?.effect

  useEffect(() => {
    form.current?.querySelector<HTMLElement>('textarea, input, button')?.focus({ preventScroll: true })
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [])

  return (
    <form
      ref={form}
      aria-label={ask.label}
      className={classes['form']}
      onSubmit={event => {
        event.preventDefault()
        if (isReady && !isSending) send(ask.make(values, id, scene))
      }}
      onKeyDown={event => {
        // An open list inside closes first, and an input method uses the same key for its own choices.
        if (event.key === 'Escape' && !event.defaultPrevented && !event.nativeEvent.isComposing) leave()
      }}
    >
      <Stack gap="sm">
        {fields.map(field => (
          <ActField
            key={field.name}
            field={field}
            value={values.many(field.name)}
            write={value => setWritten(new Map([...written, [field.name, value]]))}
            scene={scene}
          />
        ))}
        {effect && <p className={classes['effect']}>What follows: {effect}.</p>}
        <FormProblem error={problem} />
        <Group justify="flex-end" gap={8}>
          <Button variant="subtle" color="gray" size="xs" onClick={leave}>
            Cancel
          </Button>
          <Button
            type="submit"
            size="xs"
            loading={isSending}
            disabled={!isReady}
            {...(ask.tone === 'danger' ? { color: 'red' } : {})}
          >
            {ask.label}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

const isFilled = (value: string[]): boolean => value.some(part => part.trim() !== '')

function startOf(scene: Scene, ask: Ask, id: string): Map<string, string[]> {
  const fields = ask.fields?.(scene, id, valuesIn(new Map())) ?? []
  return new Map(fields.map(field => [field.name, initialOf(field, scene)]))
}

function initialOf(field: Field, { editor }: Scene): string[] {
  const passage = field.kind === 'passage' ? passageOf(editor) : null
  return passage ? [passage] : (field.initial ?? []).filter(value => value !== '' || field.kind === 'choice')
}

const valuesIn = (written: ReadonlyMap<string, string[]>): Values => ({
  one: name => written.get(name)?.[0] ?? '',
  many: name => written.get(name) ?? [],
})
