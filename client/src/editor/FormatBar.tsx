import { ActionIcon, Menu, Tooltip, UnstyledButton } from '@mantine/core'
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { Fragment, useRef } from 'react'
import { IconChevronDown, IconPlus, IconSearch } from '../ui/icons.ts'
import classes from './FormatBar.module.css'
import { find } from './find/open.ts'
import { LinkButton } from './LinkButton.tsx'
import { partCommands } from './parts/partCommands.ts'
import { tableCommands } from './tables/commands.ts'
import {
  blockCommands,
  insertCommands,
  listCommands,
  markCommands,
  spokenKeys,
  styleCommands,
  type TextCommand,
} from './textCommands.ts'
import { useRovingToolbar } from './useRovingToolbar.ts'

/** Everything one can do to the text, in one quiet row. One stop for Tab; the arrows move inside. */
export function FormatBar({ editor }: { editor: Editor }) {
  const bar = useRef<HTMLDivElement>(null)
  useRovingToolbar(bar)
  return (
    <div ref={bar} role="toolbar" aria-label="Formatting" className={classes['bar']}>
      <StyleMenu editor={editor} />
      <span className={classes['gap']} />
      <CommandButtons editor={editor} commands={markCommands} />
      <LinkButton editor={editor} />
      <span className={classes['gap']} />
      <CommandButtons editor={editor} commands={listCommands} />
      <span className={classes['gap']} />
      <CommandButtons editor={editor} commands={blockCommands} />
      <TableMenu editor={editor} />
      <InsertMenu editor={editor} />
      <span className={classes['gap']} />
      <Tooltip label={spokenKeys('Find and replace (Mod Shift F)')}>
        <ActionIcon
          aria-label="Find and replace"
          size={32}
          className={classes['button'] ?? ''}
          onClick={find.open}
        >
          <IconSearch size={17} />
        </ActionIcon>
      </Tooltip>
    </div>
  )
}

export function CommandButtons({ editor, commands }: { editor: Editor; commands: TextCommand[] }) {
  const active = useEditorState({
    editor,
    selector: ({ editor: current }) => commands.map(command => command.isActive?.(current) ?? false),
  })
  return commands.map((command, index) => (
    <Tooltip key={command.label} label={withKeys(command)}>
      <ActionIcon
        aria-label={command.label}
        aria-pressed={active[index] ?? false}
        size={32}
        className={classes['button'] ?? ''}
        onPointerDown={event => event.preventDefault()}
        onClick={() => command.run(editor.chain().focus()).run()}
      >
        <command.Icon size={17} />
      </ActionIcon>
    </Tooltip>
  ))
}

function StyleMenu({ editor }: { editor: Editor }) {
  const current = useEditorState({
    editor,
    selector: ({ editor: now }) => styleCommands.find(({ isActive }) => isActive?.(now))?.label ?? 'Style',
  })
  return (
    <Menu width={220} position="bottom-start" shadow="md" returnFocus={false}>
      <Menu.Target>
        <UnstyledButton className={classes['style']} aria-label={`Style: ${current}`}>
          {current}
          <IconChevronDown size={14} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {styleCommands.map(command => (
          <CommandItem key={command.label} editor={editor} command={command} />
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

/** Stands in the row while the caret is in a table. */
function TableMenu({ editor }: { editor: Editor }) {
  const inTable = useEditorState({ editor, selector: ({ editor: now }) => now.isActive('table') })
  if (!inTable) return null
  return (
    <Menu width={220} position="bottom-start" shadow="md" returnFocus={false}>
      <Menu.Target>
        <UnstyledButton className={classes['table']} aria-label="Rows and columns">
          Rows, columns
          <IconChevronDown size={14} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {tableCommands.map((group, index) => (
          <Fragment key={group[0]?.label}>
            {index > 0 && <Menu.Divider />}
            {group.map(command => (
              <CommandItem key={command.label} editor={editor} command={command} />
            ))}
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function InsertMenu({ editor }: { editor: Editor }) {
  return (
    <Menu width={220} position="bottom-start" shadow="md" returnFocus={false}>
      <Menu.Target>
        <Tooltip label="Insert">
          <ActionIcon aria-label="Insert" size={32} className={classes['button'] ?? ''}>
            <IconPlus size={17} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {[...partCommands, ...insertCommands].map(command => (
          <CommandItem key={command.label} editor={editor} command={command} />
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function CommandItem({ editor, command }: { editor: Editor; command: TextCommand }) {
  return (
    <Menu.Item
      leftSection={<command.Icon size={17} />}
      rightSection={<span className={classes['keys']}>{command.keys && spokenKeys(command.keys)}</span>}
      onClick={() => command.run(editor.chain().focus()).run()}
    >
      {command.label}
    </Menu.Item>
  )
}

const withKeys = ({ label, keys }: TextCommand) => (keys ? `${label} (${spokenKeys(keys)})` : label)
