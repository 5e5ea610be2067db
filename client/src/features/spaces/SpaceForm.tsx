import { type Space, spaceFields } from '@colloquy/shared/contract/spaces'
import { Button, Stack, Textarea, TextInput } from '@mantine/core'
import { schemaResolver, useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { apply } from '../../api/apply.ts'
import { useWrite } from '../../api/query.ts'
import { spaceRoutes } from '../../api/routes.ts'
import { FormProblem } from '../../ui/FormProblem.tsx'
import { prefixOf } from './prefixOf.ts'

/** Opens a space. The short name follows the name until one writes one’s own. */
export function SpaceForm({ created }: { created?: (space: Space) => void }) {
  const cache = useQueryClient()
  const create = useWrite(spaceRoutes.create, space => apply(cache, 'space.changed', space), { quiet: true })
  const ownPrefix = useRef(false)
  const form = useForm({
    initialValues: { name: '', prefix: '', description: '' },
    validate: schemaResolver(spaceFields, { sync: true }),
    onValuesChange: ({ name, prefix }, before) => {
      if (prefix !== before.prefix && name === before.name) ownPrefix.current = prefix !== ''
      else if (!ownPrefix.current && prefix !== prefixOf(name)) form.setFieldValue('prefix', prefixOf(name))
    },
  })
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(values =>
        create.mutate(values, created ? { onSuccess: space => created(space) } : {}),
      )}
    >
      <Stack>
        <TextInput
          label="Name"
          placeholder="Storage"
          description="A technical domain or a team: what its documents have in common"
          data-autofocus
          {...form.getInputProps('name')}
        />
        <TextInput
          label="Short name"
          placeholder="STOR"
          description="Numbers its decisions, as in STOR-12. It cannot be changed later."
          {...form.getInputProps('prefix')}
        />
        <Textarea label="Description" autosize minRows={2} {...form.getInputProps('description')} />
        <FormProblem error={create.error} />
        <Button type="submit" loading={create.isPending} size="md" mt="xs">
          Create space
        </Button>
      </Stack>
    </form>
  )
}
