import { Problem } from '@colloquy/shared/contract/problems'
import { documentRoutes } from '../../api/routes.ts'
import '../../editor/math/math.css'
import '../../editor/parts/parts.css'
import '../../editor/text.css'
import { useDocumentTitle } from '@mantine/hooks'
import { useParams } from 'react-router'
import { useWatch } from '../../api/live.ts'
import { useRead } from '../../api/query.ts'
import { useSignedIn } from '../../api/session.ts'
import { NotFound } from '../../app/NotFound.tsx'
import { Stopped } from '../../ui/Stopped.tsx'
import { DocumentScreen } from './DocumentScreen.tsx'
import { DocumentWaiting } from './DocumentWaiting.tsx'
import { useCollaboration } from './useCollaboration.ts'
import { useShownText } from './useShownText.ts'

/** One document: its record over HTTP and its text over the socket, asked for side by side. */
export function DocumentPage() {
  const { documentId = '' } = useParams()
  return <OneDocument key={documentId} documentId={documentId} />
}

function OneDocument({ documentId }: { documentId: string }) {
  const { data: record, error, refetch } = useRead(documentRoutes.read, { documentId })
  const { person } = useSignedIn()
  const collaboration = useCollaboration(documentId, person.accountId)
  const text = useShownText(collaboration?.ready ? collaboration.provider : null, record?.abilities.edit)
  useWatch(documentId)
  useDocumentTitle(record ? `${record.title} · Colloquy` : 'Colloquy')

  if (error instanceof Problem && (error.code === 'missing' || error.code === 'invalid')) return <NotFound />
  if (error && !record) return <Stopped error={error} again={() => void refetch()} />
  if (!record || !collaboration?.ready || !text) return <DocumentWaiting title={record?.title} />
  return <DocumentScreen record={record} provider={collaboration.provider} text={text} />
}
