import type { Space } from '@colloquy/shared/contract/spaces'
import { Button, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { apply } from '../../api/apply.ts'
import { useRead, useWrite } from '../../api/query.ts'
import { spaceRoutes } from '../../api/routes.ts'
import { NotFound } from '../../app/NotFound.tsx'
import { IconArrowLeft } from '../../ui/icons.ts'
import { Loading } from '../../ui/Loading.tsx'
import { Page } from '../../ui/Page.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { tell } from '../../ui/tell.ts'
import { SpaceMembers } from './SpaceMembers.tsx'

export function SpaceSettingsPage() {
  const { spaceId = '' } = useParams()
  const spaces = useRead(spaceRoutes.list, {})
  const space = spaces.data?.find(candidate => candidate.spaceId === spaceId)
  if (spaces.data && !space) return <NotFound />
  return (
    <Page narrow>
      <Loading of={[spaces]}>
        {space && (
          <>
            <PageHeader title={`${space.name} settings`}>
              <Button
                component={Link}
                to={`/spaces/${spaceId}`}
                variant="subtle"
                leftSection={<IconArrowLeft size={16} />}
              >
                Back to documents
              </Button>
            </PageHeader>
            <SpaceDetails space={space} />
            <SpaceMembers space={space} />
          </>
        )}
      </Loading>
    </Page>
  )
}

function SpaceDetails({ space }: { space: Space }) {
  const cache = useQueryClient()
  const change = useWrite(spaceRoutes.change, changed => {
    apply(cache, 'space.changed', changed)
    tell.done('Space saved')
  })
  const form = useForm({ initialValues: { name: space.name, description: space.description } })
  return (
    <Panel title="About">
      <form
        onSubmit={form.onSubmit(values => change.mutate({ spaceId: space.spaceId, ...values }))}
        aria-label="About the space"
      >
        <Stack>
          <TextInput label="Name" disabled={!space.abilities.manage} {...form.getInputProps('name')} />
          <TextInput
            label="Short name"
            value={space.prefix}
            disabled
            description="Part of its decisions’ numbers"
          />
          <Textarea
            label="Description"
            autosize
            minRows={2}
            disabled={!space.abilities.manage}
            {...form.getInputProps('description')}
          />
          {space.abilities.manage && (
            <Button type="submit" loading={change.isPending} w="fit-content">
              Save
            </Button>
          )}
        </Stack>
      </form>
    </Panel>
  )
}
