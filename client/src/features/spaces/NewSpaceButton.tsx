import { ActionIcon, Modal, Tooltip } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useNavigate } from 'react-router'
import { IconPlus } from '../../ui/icons.ts'
import { SpaceForm } from './SpaceForm.tsx'

export function NewSpaceButton() {
  const [open, { open: show, close }] = useDisclosure()
  const navigate = useNavigate()
  return (
    <>
      <Tooltip label="New space">
        <ActionIcon size="sm" onClick={show} aria-label="New space">
          <IconPlus size={16} />
        </ActionIcon>
      </Tooltip>
      <Modal opened={open} onClose={close} title="New space">
        <SpaceForm
          created={space => {
            close()
            void navigate(`/spaces/${space.spaceId}`)
          }}
        />
      </Modal>
    </>
  )
}
