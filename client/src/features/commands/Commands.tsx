import '@mantine/spotlight/styles.layer.css'
import { createSpotlight, Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { useRead } from '../../api/query.ts'
import { documentRoutes, spaceRoutes } from '../../api/routes.ts'
import {
  IconFileText,
  IconFolderPlus,
  IconKeyboard,
  IconListCheck,
  IconPlus,
  IconSearch,
  IconUsers,
} from '../../ui/icons.ts'
import { newDocument } from '../documents/open.ts'
import { commands, openKeyboardHelp } from './open.ts'

const [store, spotlight] = createSpotlight()

/** As many lines as fit without scrolling; whoever wants another types another letter. */
const LINES = 9

/** Search and commands: go to a document, a space or a page, or start something. */
export function Commands() {
  const navigate = useNavigate()
  const open = commands.useOpen()
  const [query, setQuery] = useState('')
  const { data: documents } = useRead(documentRoutes.list, {}, { enabled: open })
  const { data: spaces } = useRead(spaceRoutes.list, {}, { enabled: open })
  useEffect(() => (open ? spotlight.open() : spotlight.close()), [open])

  // Before anything is typed, a little of everything; a search then looks through all.
  const few = <Item,>(items: Item[] = []) => (query === '' ? items.slice(0, 4) : items)
  const prefixes = new Map(spaces?.map(space => [space.spaceId, space.prefix]))
  const groups: SpotlightActionGroupData[] = [
    {
      group: 'Documents',
      actions: few(documents).map(document => ({
        id: document.documentId,
        label: document.title,
        description: `${prefixes.get(document.spaceId) ?? ''} · ${document.state}`,
        leftSection: <IconFileText size={18} />,
        onClick: () => void navigate(`/d/${document.documentId}`),
      })),
    },
    {
      group: 'Actions',
      actions: [
        { id: 'new', label: 'New document', leftSection: <IconPlus size={18} />, onClick: newDocument.open },
        {
          id: 'decisions',
          label: 'Decision log',
          leftSection: <IconListCheck size={18} />,
          onClick: () => void navigate('/decisions'),
        },
        {
          id: 'people',
          label: 'People and invites',
          leftSection: <IconUsers size={18} />,
          onClick: () => void navigate('/people'),
        },
        {
          id: 'keys',
          label: 'Keyboard shortcuts',
          leftSection: <IconKeyboard size={18} />,
          onClick: openKeyboardHelp,
        },
      ],
    },
    {
      group: 'Spaces',
      actions: few(spaces).map(space => ({
        id: space.spaceId,
        label: space.name,
        description: space.description,
        leftSection: <IconFolderPlus size={18} />,
        onClick: () => void navigate(`/spaces/${space.spaceId}`),
      })),
    },
  ]
  return (
    <Spotlight
      store={store}
      title="Search and commands"
      actions={groups}
      shortcut={null}
      onSpotlightClose={commands.close}
      nothingFound="Nothing with that name"
      highlightQuery
      query={query}
      onQueryChange={setQuery}
      limit={LINES}
      searchProps={{
        leftSection: <IconSearch size={18} />,
        placeholder: 'Search documents, spaces and actions',
        'aria-label': 'Search documents, spaces and actions',
      }}
    />
  )
}
