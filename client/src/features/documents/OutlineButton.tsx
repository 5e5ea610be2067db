import { ActionIcon, Drawer } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { Editor } from '@tiptap/core'
import { IconListDetails } from '../../ui/icons.ts'
import classes from './DocumentHeader.module.css'
import { Outline } from './Outline.tsx'

/** Opens the outline where there is no room for it beside the text. */
export function OutlineButton({ editor }: { editor: Editor }) {
  const [opened, { open, close }] = useDisclosure()
  return (
    <>
      <ActionIcon aria-label="Outline" className={classes['outline'] ?? ''} onClick={open}>
        <IconListDetails size={18} />
      </ActionIcon>
      <Drawer opened={opened} onClose={close} size={300} padding="md" title="Outline">
        <Outline editor={editor} followed={close} />
      </Drawer>
    </>
  )
}
