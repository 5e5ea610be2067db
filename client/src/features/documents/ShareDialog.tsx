import type { DocumentRecord } from '@colloquy/shared/contract/documents'
import { roles } from '@colloquy/shared/contract/spaces'
import { Button, CopyButton, Modal, Stack } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { apply } from '../../api/apply.ts'
import { useWrite } from '../../api/query.ts'
import { documentRoutes } from '../../api/routes.ts'
import { IconCheck, IconLink } from '../../ui/icons.ts'
import { PeopleRoles } from '../../ui/PeopleRoles.tsx'

/** Who may do what with one document, beside what its space gives. */
export function ShareDialog({
  record,
  opened,
  close,
}: {
  record: DocumentRecord
  opened: boolean
  close: () => void
}) {
  const cache = useQueryClient()
  const changed = (document: DocumentRecord) => apply(cache, 'document.changed', document)
  const share = useWrite(documentRoutes.share, changed)
  const everyone = useWrite(documentRoutes.shareWithEveryone, changed)
  const { documentId } = record
  return (
    <Modal opened={opened} onClose={close} title={`Share “${record.title}”`} size="lg">
      <Stack>
        <PeopleRoles
          roles={roles}
          held={record.people}
          mayChange={record.abilities.share}
          give={(accountId, role) => share.mutate({ documentId, accountId, role })}
          everyone={{
            label: 'Everyone else',
            roles,
            value: record.everyone,
            none: 'As the space says',
            choose: role => everyone.mutate({ documentId, role }),
          }}
        />
        <CopyButton value={`${window.location.origin}/d/${documentId}`}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              onClick={copy}
              leftSection={copied ? <IconCheck size={16} /> : <IconLink size={16} />}
            >
              {copied ? 'Link copied' : 'Copy link'}
            </Button>
          )}
        </CopyButton>
      </Stack>
    </Modal>
  )
}
