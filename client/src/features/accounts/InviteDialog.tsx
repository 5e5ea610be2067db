import type { WorkspaceRole } from '@colloquy/shared/contract/accounts'
import { Button, CopyButton, Modal, Radio, Stack, Text, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { keyOf, useWrite } from '../../api/query.ts'
import { accountRoutes } from '../../api/routes.ts'
import { IconCheck, IconCopy } from '../../ui/icons.ts'
import classes from './PeoplePage.module.css'

/** Makes a link by which one person can join. The link is shown this once. */
export function InviteDialog({ opened, close }: { opened: boolean; close: () => void }) {
  const cache = useQueryClient()
  const [role, setRole] = useState<WorkspaceRole>('member')
  const create = useWrite(accountRoutes.createInvite, () => {
    void cache.invalidateQueries({ queryKey: keyOf(accountRoutes.listInvites) })
  })
  const link = create.data && `${window.location.origin}/join/${create.data.token}`
  return (
    <Modal opened={opened} onClose={close} onExitTransitionEnd={create.reset} title="Invite a person">
      {link ? (
        <Stack>
          <Text>Send this link to one person. It works once, for seven days, and is shown only now.</Text>
          <div className={classes['link']}>
            <TextInput
              aria-label="Invite link"
              value={link}
              readOnly
              data-autofocus
              onFocus={event => event.currentTarget.select()}
            />
            <CopyButton value={link}>
              {({ copied, copy }) => (
                <Button
                  variant="default"
                  onClick={copy}
                  leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
                >
                  {copied ? 'Copied' : 'Copy'}
                </Button>
              )}
            </CopyButton>
          </div>
          <Button onClick={close}>Done</Button>
        </Stack>
      ) : (
        <Stack>
          <Radio.Group
            label="They join as"
            value={role}
            onChange={value => setRole(value === 'owner' ? 'owner' : 'member')}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="member" label="Member" description="Sees what spaces and documents give" />
              <Radio value="owner" label="Owner" description="Invites people and may enter every space" />
            </Stack>
          </Radio.Group>
          <Button loading={create.isPending} onClick={() => create.mutate({ role })}>
            Create link
          </Button>
        </Stack>
      )}
    </Modal>
  )
}
