import { ActionIcon, Tooltip } from '@mantine/core'
import { Link, useParams } from 'react-router'
import { useRead } from '../../api/query.ts'
import { documentRoutes, spaceRoutes } from '../../api/routes.ts'
import { NotFound } from '../../app/NotFound.tsx'
import { IconSettings } from '../../ui/icons.ts'
import { Loading } from '../../ui/Loading.tsx'
import { Page } from '../../ui/Page.tsx'
import { DocumentsPane } from '../documents/DocumentsPane.tsx'

/** The documents of one space. */
export function SpacePage() {
  const { spaceId = '' } = useParams()
  const spaces = useRead(spaceRoutes.list, {})
  const documents = useRead(documentRoutes.list, { spaceId })
  const space = spaces.data?.find(candidate => candidate.spaceId === spaceId)
  if (spaces.data && !space) return <NotFound />
  return (
    <Page>
      <Loading of={[spaces, documents]}>
        {space && (
          <DocumentsPane
            title={space.name}
            text={space.description}
            documents={documents.data ?? []}
            spaceId={spaceId}
            mayWrite={space.abilities.write}
            extra={
              <Tooltip label="Space settings and members">
                <ActionIcon
                  component={Link}
                  to={`/spaces/${spaceId}/settings`}
                  aria-label="Space settings and members"
                >
                  <IconSettings size={18} />
                </ActionIcon>
              </Tooltip>
            }
          />
        )}
      </Loading>
    </Page>
  )
}
