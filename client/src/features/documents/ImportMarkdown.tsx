import type { importNotice } from '@colloquy/shared/contract/documents'
import { Button, FileButton, List, Modal, Select, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { z } from 'zod'
import { apply } from '../../api/apply.ts'
import { useRead, useWrite } from '../../api/query.ts'
import { documentRoutes, spaceRoutes } from '../../api/routes.ts'
import { FormProblem } from '../../ui/FormProblem.tsx'
import { IconUpload } from '../../ui/icons.ts'
import { useFileDrop } from './useFileDrop.ts'

type Notice = z.infer<typeof importNotice>
type Imported = { documentId: string; title: string; notices: Notice[] }

/** Makes a document of a Markdown file, chosen or dropped on the page, and tells what could not be taken over. */
export function ImportMarkdown({ spaceId }: { spaceId?: string }) {
  const navigate = useNavigate()
  const cache = useQueryClient()
  const reset = useRef<() => void>(null)
  const [file, setFile] = useState<File | null>(null)
  const [imported, setImported] = useState<Imported | null>(null)
  const importing = useWrite(
    documentRoutes.importMarkdown,
    ({ document, notices }) => {
      apply(cache, 'document.changed', document)
      setFile(null)
      if (notices.length > 0) setImported({ documentId: document.documentId, title: document.title, notices })
      else void navigate(`/d/${document.documentId}`)
    },
    { quiet: true },
  )
  const send = async (chosen: File, target: string) => {
    importing.mutate({ spaceId: target, filename: chosen.name, markdown: await chosen.text() })
  }
  const choose = (chosen: File | null) => {
    reset.current?.()
    if (!chosen) return
    importing.reset()
    setFile(chosen)
    if (spaceId) void send(chosen, spaceId)
  }
  useFileDrop(choose)
  return (
    <>
      <FileButton onChange={choose} accept=".md,.markdown,.mdown,.txt,text/markdown" resetRef={reset}>
        {props => (
          <Button
            {...props}
            variant="default"
            leftSection={<IconUpload size={16} />}
            loading={importing.isPending}
          >
            Import Markdown
          </Button>
        )}
      </FileButton>
      <Modal opened={file !== null} onClose={() => setFile(null)} title="Import Markdown">
        {file && (
          <TargetSpace
            filename={file.name}
            initial={spaceId ?? null}
            busy={importing.isPending}
            error={importing.error}
            submit={target => void send(file, target)}
          />
        )}
      </Modal>
      <Modal
        opened={imported !== null}
        onClose={() => setImported(null)}
        title="Imported, with notes"
        size="lg"
      >
        {imported && (
          <Notices
            imported={imported}
            open={() => {
              setImported(null)
              void navigate(`/d/${imported.documentId}`)
            }}
          />
        )}
      </Modal>
    </>
  )
}

function TargetSpace({
  filename,
  initial,
  busy,
  error,
  submit,
}: {
  filename: string
  initial: string | null
  busy: boolean
  error: unknown
  submit: (spaceId: string) => void
}) {
  const { data: spaces } = useRead(spaceRoutes.list, {})
  const writable = (spaces ?? []).filter(space => space.abilities.write)
  const [chosen, setChosen] = useState(initial)
  const target = chosen ?? writable[0]?.spaceId ?? null
  return (
    <Stack>
      <Text>
        <b>{filename}</b> becomes a document that can be edited together.
      </Text>
      <Select
        label="Space"
        data={writable.map(space => ({ value: space.spaceId, label: space.name }))}
        value={target}
        onChange={setChosen}
        allowDeselect={false}
      />
      <FormProblem error={error} />
      <Button loading={busy} disabled={target === null} onClick={() => target && submit(target)}>
        Import
      </Button>
    </Stack>
  )
}

function Notices({ imported, open }: { imported: Imported; open: () => void }) {
  return (
    <Stack>
      <Text>
        <b>{imported.title}</b> is in. Every word is there; this could not be kept as it was written:
      </Text>
      <List spacing={6}>
        {imported.notices.map(notice => (
          <List.Item key={`${notice.line} ${notice.message}`}>
            {notice.line !== null && <span className="quiet">Line {notice.line}: </span>}
            {notice.message}
          </List.Item>
        ))}
      </List>
      <Button onClick={open}>Open document</Button>
    </Stack>
  )
}
