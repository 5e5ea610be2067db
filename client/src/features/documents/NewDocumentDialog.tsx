import { title } from '@colloquy/shared/contract/documents'
import type { Space } from '@colloquy/shared/contract/spaces'
import { Button, Modal, Radio, Select, Stack, TextInput } from '@mantine/core'
import { schemaResolver, useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useMatch, useNavigate } from 'react-router'
import { z } from 'zod'
import { apply } from '../../api/apply.ts'
import { useRead, useWrite } from '../../api/query.ts'
import { documentRoutes, spaceRoutes, templateRoutes } from '../../api/routes.ts'
import { FormProblem } from '../../ui/FormProblem.tsx'
import { Loading } from '../../ui/Loading.tsx'
import classes from './NewDocumentDialog.module.css'
import { newDocument } from './open.ts'

/** Starts a document: what it is called, where it lives, what it starts from. */
export function NewDocumentDialog() {
  const open = newDocument.useOpen()
  return (
    <Modal opened={open} onClose={newDocument.close} title="New document" size="lg">
      <NewDocumentForm />
    </Modal>
  )
}

const fields = z.object({
  title,
  spaceId: z.string().min(1, 'Please choose a space'),
  templateId: z.string(),
})
const blank = { templateId: '', name: 'Blank', description: 'An empty page.' }

function NewDocumentForm() {
  const spaces = useRead(spaceRoutes.list, {})
  const templates = useRead(templateRoutes.list, {})
  return (
    <Loading of={[spaces, templates]}>
      {spaces.data && templates.data && (
        <Fields
          spaces={spaces.data.filter(space => space.abilities.write)}
          templates={[...templates.data, blank]}
        />
      )}
    </Loading>
  )
}

type Start = { templateId: string; name: string; description: string }

function Fields({ spaces, templates }: { spaces: Space[]; templates: Start[] }) {
  const navigate = useNavigate()
  const cache = useQueryClient()
  const here = useMatch('/spaces/:spaceId/*')?.params.spaceId
  const create = useWrite(
    documentRoutes.create,
    document => {
      apply(cache, 'document.changed', document)
      newDocument.close()
      void navigate(`/d/${document.documentId}`)
    },
    { quiet: true },
  )
  const form = useForm({
    initialValues: {
      title: '',
      spaceId: (spaces.find(({ spaceId }) => spaceId === here) ?? spaces[0])?.spaceId ?? '',
      templateId: templates[0]?.templateId ?? '',
    },
    validate: schemaResolver(fields, { sync: true }),
  })
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(values => create.mutate({ ...values, templateId: values.templateId || null }))}
    >
      <Stack>
        <TextInput
          label="Title"
          placeholder="What will be decided or described"
          data-autofocus
          {...form.getInputProps('title')}
        />
        <Select
          label="Space"
          data={spaces.map(space => ({ value: space.spaceId, label: space.name }))}
          allowDeselect={false}
          {...form.getInputProps('spaceId')}
        />
        <Radio.Group label="Start from" {...form.getInputProps('templateId')}>
          <div className={classes['templates']}>
            {templates.map(template => (
              <Radio.Card
                key={template.templateId}
                value={template.templateId}
                className={classes['template'] ?? ''}
              >
                <Radio.Indicator />
                <span>
                  <span className={classes['name']}>{template.name}</span>
                  <span className={classes['description']}>{template.description}</span>
                </span>
              </Radio.Card>
            ))}
          </div>
        </Radio.Group>
        <FormProblem error={create.error} />
        <Button type="submit" loading={create.isPending} size="md">
          Create document
        </Button>
      </Stack>
    </form>
  )
}
