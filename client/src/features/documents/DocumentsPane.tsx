import type { DocumentSummary } from '@colloquy/shared/contract/documents'
import { Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { Empty } from '../../ui/Empty.tsx'
import { IconPlus } from '../../ui/icons.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { DocumentList } from './DocumentList.tsx'
import { ImportMarkdown } from './ImportMarkdown.tsx'
import { newDocument } from './open.ts'

/**
 * A list of documents with the ways to begin another. These stand in the header whether there are documents or not: an
 * import that is under way must outlive the change from one to the other.
 */
export function DocumentsPane({
  title,
  text,
  documents,
  spaceId,
  mayWrite = true,
  extra,
}: {
  title: string
  text?: ReactNode
  documents: DocumentSummary[]
  spaceId?: string
  mayWrite?: boolean
  extra?: ReactNode
}) {
  const begin = mayWrite && (
    <Group gap="xs">
      <ImportMarkdown {...(spaceId ? { spaceId } : {})} />
      <Button leftSection={<IconPlus size={16} />} onClick={newDocument.open}>
        New document
      </Button>
    </Group>
  )
  return (
    <>
      <PageHeader title={title} text={text}>
        {extra}
        {begin}
      </PageHeader>
      {documents.length > 0 ? (
        <DocumentList documents={documents} />
      ) : (
        <Empty
          title="No documents yet"
          text="Start from a template that asks the right questions, or bring a Markdown file you already have. You can also drop one anywhere on this page."
        />
      )}
    </>
  )
}
