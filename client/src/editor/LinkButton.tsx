import { isSafeLink } from '@colloquy/shared/schema/safeUrl'
import { ActionIcon, Button, Group, Popover, TextInput, Tooltip } from '@mantine/core'
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useEffect, useState } from 'react'
import { commandKey } from '../ui/commandKey.ts'
import { IconLink } from '../ui/icons.ts'
import classes from './FormatBar.module.css'
import { linkRequests } from './linkRequests.ts'

/** Makes the selection a link, changes where one leads, or takes it away. */
export function LinkButton({ editor, listens = true }: { editor: Editor; listens?: boolean }) {
  const [open, setOpen] = useState(false)
  const active = useEditorState({ editor, selector: ({ editor: now }) => now.isActive('link') })
  useEffect(() => (listens ? linkRequests.subscribe(() => setOpen(true)) : undefined), [listens])
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      trapFocus
      returnFocus
      position="bottom"
      shadow="md"
      withinPortal
    >
      <Popover.Target>
        <Tooltip label={`Link (${commandKey} Shift K)`}>
          <ActionIcon
            aria-label="Link"
            aria-pressed={active}
            size={32}
            className={classes['button'] ?? ''}
            onClick={() => setOpen(!open)}
          >
            <IconLink size={17} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <LinkForm editor={editor} close={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  )
}

function LinkForm({ editor, close }: { editor: Editor; close: () => void }) {
  const before = String(editor.getAttributes('link')['href'] ?? '')
  const [href, setHref] = useState(before)
  const [wrong, setWrong] = useState<string | null>(null)
  const keep = () => {
    const target = complete(href.trim())
    if (target && !isSafeLink(target)) {
      setWrong('This kind of address cannot be linked')
      return
    }
    const chain = editor.chain().focus().extendMarkRange('link')
    if (!target) chain.unsetLink().run()
    else if (editor.state.selection.empty && !before) chain.insertContent(linkText(target)).run()
    else chain.setLink({ href: target }).run()
    close()
  }
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        keep()
      }}
    >
      <Group gap="xs" align="flex-start" wrap="nowrap">
        <TextInput
          aria-label="Address"
          placeholder="https://… or #section"
          w={260}
          value={href}
          error={wrong}
          data-autofocus
          onChange={event => setHref(event.currentTarget.value)}
        />
        <Button type="submit">{before && !href ? 'Remove' : 'Link'}</Button>
      </Group>
    </form>
  )
}

/** An address typed without its scheme is one of the web. */
const complete = (href: string) => (/^[\w-]+(\.[\w-]+)+([/?#:]|$)/.test(href) ? `https://${href}` : href)

const linkText = (href: string) => ({
  type: 'text',
  text: href,
  marks: [{ type: 'link', attrs: { href } }],
})
