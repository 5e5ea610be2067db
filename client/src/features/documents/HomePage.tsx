import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import { useRead } from '../../api/query.ts'
import { documentRoutes, spaceRoutes } from '../../api/routes.ts'
import { Loading } from '../../ui/Loading.tsx'
import { Page } from '../../ui/Page.tsx'
import { FirstSpace } from '../spaces/FirstSpace.tsx'
import { DocumentsPane } from './DocumentsPane.tsx'

/** What one may read, latest edit first; before there is any space, the way to the first one. */
export function HomePage() {
  const spaces = useRead(spaceRoutes.list, {})
  const documents = useRead(documentRoutes.list, {})
  return (
    <Page>
      <Loading of={[spaces, documents]}>
        {spaces.data?.length === 0 ? (
          <FirstSpace />
        ) : (
          <DocumentsPane
            title="Documents"
            documents={documents.data ?? []}
            extra={
              <Anchor component={Link} to="/archive" size="sm" c="dimmed">
                Archive
              </Anchor>
            }
          />
        )}
      </Loading>
    </Page>
  )
}
