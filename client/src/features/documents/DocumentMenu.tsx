import type { DocumentRecord } from '@colloquy/shared/contract/documents'
import { ActionIcon, Menu } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { apply } from '../../api/apply.ts'
import { call } from '../../api/call.ts'
import { useWrite } from '../../api/query.ts'
import { documentRoutes } from '../../api/routes.ts'
import { IconArchive, IconDots, IconDownload, IconKeyboard } from '../../ui/icons.ts'
import { saveFile } from '../../ui/saveFile.ts'
import { tell } from '../../ui/tell.ts'
import { openKeyboardHelp } from '../commands/open.ts'

/** What one does with a whole document once in a while. */
export function DocumentMenu({ record }: { record: DocumentRecord }) {
  const cache = useQueryClient()
  const navigate = useNavigate()
  const { documentId } = record
  const archived = record.archivedAt !== null
  const archive = useWrite(documentRoutes.archive, document => {
    apply(cache, 'document.changed', document)
    tell.done(
      archived
        ? 'Taken out of the archive'
        : 'Archived. It waits on the Archive page, nothing in it is lost.',
    )
    if (!archived) void navigate('/')
  })
  const download = useMutation({
    mutationFn: () => call(documentRoutes.markdown, { documentId }),
    onSuccess: ({ filename, markdown }) => saveFile(filename, markdown, 'text/markdown'),
  })
  const downloadHtml = useMutation({
    mutationFn: () => call(documentRoutes.html, { documentId }),
    onSuccess: ({ filename, html }) => saveFile(filename, html, 'text/html'),
  })
  return (
    <Menu width={220} position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon aria-label="More">
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconDownload size={16} />} onClick={() => download.mutate()}>
          Download Markdown
        </Menu.Item>
        <Menu.Item leftSection={<IconDownload size={16} />} onClick={() => downloadHtml.mutate()}>
          Download HTML
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={openKeyboardHelp}>
          Keyboard shortcuts
        </Menu.Item>
        {record.abilities.archive && (
          <>
            <Menu.Divider />
            <Menu.Item
              leftSection={<IconArchive size={16} />}
              onClick={() => archive.mutate({ documentId, archived: !archived })}
            >
              {archived ? 'Take out of the archive' : 'Archive'}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
