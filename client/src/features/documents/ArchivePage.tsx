import { useRead } from '../../api/query.ts'
import { documentRoutes } from '../../api/routes.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Page } from '../../ui/Page.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { DocumentList } from './DocumentList.tsx'

/** Documents that were put away. Each opens as ever, and its menu takes it back out. */
export function ArchivePage() {
  const documents = useRead(documentRoutes.list, { archived: 'true' })
  return (
    <Page>
      <PageHeader title="Archive" text="Put away, not deleted. Open one and take it out from its menu." />
      <Loading of={[documents]}>
        {documents.data && documents.data.length > 0 ? (
          <DocumentList documents={documents.data} />
        ) : (
          <Empty
            title="Nothing is put away"
            text="Documents you archive leave the lists and wait here, with everything that was said in them."
          />
        )}
      </Loading>
    </Page>
  )
}
