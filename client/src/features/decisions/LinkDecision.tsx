import type { DecisionPage as Decision } from '@colloquy/shared/contract/decisions'
import { edgeKinds } from '@colloquy/shared/review/records/edges'
import { Button, Checkbox, Group, NativeSelect, Select, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { apply } from '../../api/apply.ts'
import { useRead, useWrite } from '../../api/query.ts'
import { decisionRoutes } from '../../api/routes.ts'
import { FormProblem } from '../../ui/FormProblem.tsx'

/** Says how this decision stands to an earlier one. */
export function LinkDecision({ decision }: { decision: Decision }) {
  const [isOpen, { open, close }] = useDisclosure()
  return isOpen ? (
    <Fields decision={decision} close={close} />
  ) : (
    <Button variant="default" size="xs" onClick={open}>
      Link another decision
    </Button>
  )
}

function Fields({ decision, close }: { decision: Decision; close: () => void }) {
  const cache = useQueryClient()
  const { data: log } = useRead(decisionRoutes.list, {})
  const [kind, setKind] = useState<(typeof edgeKinds)[number]>('supersedes')
  const [to, setTo] = useState<string | null>(null)
  const [split, setSplit] = useState(false)
  const link = useWrite(
    decisionRoutes.link,
    changed => {
      apply(cache, 'decision.changed', changed)
      close()
    },
    { quiet: true },
  )
  const others =
    log?.decisions.filter(({ decisionId, key }) => key && decisionId !== decision.decisionId) ?? []
  return (
    <form
      aria-label="Link another decision"
      onSubmit={event => {
        event.preventDefault()
        if (to)
          link.mutate({ decisionId: decision.decisionId, kind, to, split: split && kind === 'supersedes' })
      }}
    >
      <Stack gap="sm">
        <Group grow align="start">
          <NativeSelect
            label="This decision"
            data={[...edgeKinds]}
            value={kind}
            onChange={event => setKind(edgeKinds.find(known => known === event.currentTarget.value) ?? kind)}
          />
          <Select
            label="Which one"
            data={others.map(({ decisionId, key, title }) => ({
              value: decisionId,
              label: `${key} · ${title}`,
            }))}
            value={to}
            onChange={setTo}
            searchable
            nothingFoundMessage="No such decision"
          />
        </Group>
        {kind === 'supersedes' && (
          <Checkbox
            size="xs"
            label="Several decisions take its place together"
            checked={split}
            onChange={event => setSplit(event.currentTarget.checked)}
          />
        )}
        <FormProblem error={link.error} />
        <Group gap="xs">
          <Button type="submit" size="xs" disabled={!to} loading={link.isPending}>
            Link
          </Button>
          <Button variant="subtle" color="gray" size="xs" onClick={close}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
