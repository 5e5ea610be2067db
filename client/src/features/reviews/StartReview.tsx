import type { DocumentRecord } from '@colloquy/shared/contract/documents'
import type { Space } from '@colloquy/shared/contract/spaces'
import { presetNames, presets } from '@colloquy/shared/review/presets'
import { ruleOf } from '@colloquy/shared/review/rule'
import { Button, Checkbox, Group, Modal, MultiSelect, Radio, Select, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { apply } from '../../api/apply.ts'
import { useRead, useWrite } from '../../api/query.ts'
import { reviewRoutes, spaceRoutes } from '../../api/routes.ts'
import { usePeople, useSignedIn } from '../../api/session.ts'
import { FormProblem } from '../../ui/FormProblem.tsx'
import classes from './StartReview.module.css'

/** Begins a review: the rule, who answers for it, who is asked. */
export function StartReview({ document, close }: { document: DocumentRecord; close: () => void }) {
  const { data: spaces } = useRead(spaceRoutes.list, {})
  return (
    <Modal opened onClose={close} title="Start a review" size="lg">
      <Fields
        document={document}
        spaces={spaces?.filter(({ spaceId }) => spaceId !== document.spaceId) ?? []}
        close={close}
      />
    </Modal>
  )
}

function Fields({
  document,
  spaces,
  close,
}: {
  document: DocumentRecord
  spaces: Space[]
  close: () => void
}) {
  const cache = useQueryClient()
  const people = usePeople()
  const { person } = useSignedIn()
  const start = useWrite(
    reviewRoutes.start,
    record => {
      apply(cache, 'review.changed', record)
      close()
    },
    { quiet: true },
  )
  const none: string[] = []
  const form = useForm({
    initialValues: {
      policy: presetNames.find(name => name === 'standard') ?? presetNames[0],
      driver: person.accountId,
      decider: null as string | null, // reason: the form takes its type from its first values
      approvers: none,
      contributors: none,
      informed: none,
      touches: none,
      open: true,
    },
  })
  const everybody = [...people.values()].map(({ accountId, name }) => ({
    value: accountId,
    label: accountId === person.accountId ? `${name} (you)` : name,
  }))
  // Authors do not approve their own document.
  const authors = [document.createdBy, person.accountId, form.values.driver]
  const others = everybody.filter(({ value }) => !authors.includes(value))
  return (
    <form
      onSubmit={form.onSubmit(({ approvers, ...values }) =>
        start.mutate({
          documentId: document.documentId,
          ...values,
          approvers: approvers.filter(approver => !authors.includes(approver)),
        }),
      )}
    >
      <Stack>
        <Radio.Group label="Rule" {...form.getInputProps('policy')}>
          <div className={classes['rules']}>
            {presetNames.map(name => (
              <Radio.Card key={name} value={name} className={classes['rule'] ?? ''}>
                <Radio.Indicator />
                <span>
                  <span className={classes['name']}>{name}</span>
                  <span className={classes['sentence']}>{ruleOf(presets[name])}</span>
                </span>
              </Radio.Card>
            ))}
          </div>
        </Radio.Group>
        <Group grow align="start">
          <Select
            label="Driver"
            description="Answers for getting it decided"
            data={everybody}
            allowDeselect={false}
            searchable
            {...form.getInputProps('driver')}
          />
          <Select
            label="Decider"
            description="Overrules and, under some rules, decides"
            placeholder="The driver"
            data={everybody}
            searchable
            clearable
            {...form.getInputProps('decider')}
          />
        </Group>
        <MultiSelect
          label="Approvers"
          description="Their verdicts are what the rule counts"
          data={others}
          searchable
          nothingFoundMessage="Nobody with that name"
          {...form.getInputProps('approvers')}
        />
        <Group grow align="start">
          <MultiSelect
            label="Contributors"
            description="Asked for comments, not counted"
            data={everybody}
            searchable
            {...form.getInputProps('contributors')}
          />
          <MultiSelect
            label="Informed"
            description="Told of the outcome"
            data={everybody}
            searchable
            {...form.getInputProps('informed')}
          />
        </Group>
        {spaces.length > 0 && (
          <MultiSelect
            label="Other spaces it touches"
            description="Their owners become approvers"
            data={spaces.map(({ spaceId, name }) => ({ value: spaceId, label: name }))}
            searchable
            {...form.getInputProps('touches')}
          />
        )}
        <Checkbox
          label="Ask the approvers at once"
          description="Otherwise it stays a draft until you put it to review."
          {...form.getInputProps('open', { type: 'checkbox' })}
        />
        <FormProblem error={start.error} />
        <Button type="submit" size="md" loading={start.isPending}>
          Start the review
        </Button>
      </Stack>
    </form>
  )
}
