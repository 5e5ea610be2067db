import { Button } from '@mantine/core'
import type { Editor } from '@tiptap/core'
import { BubbleMenu } from '@tiptap/react/menus'
import { IconMessagePlus } from '../ui/icons.ts'
import { CommandButtons } from './FormatBar.tsx'
import { LinkButton } from './LinkButton.tsx'
import classes from './SelectionMenu.module.css'
import { markCommands } from './textCommands.ts'

/** What one can do with the words one has selected. */
export function SelectionMenu({ editor, comment }: { editor: Editor; comment?: () => void }) {
  return (
    <BubbleMenu
      editor={editor}
      className={classes['menu'] ?? ''}
      updateDelay={120}
      options={{ placement: 'top', offset: 8 }}
      shouldShow={({ state, view }) =>
        !state.selection.empty &&
        state.doc.textBetween(state.selection.from, state.selection.to).trim() !== '' &&
        view.hasFocus()
      }
    >
      {editor.isEditable && (
        <>
          <CommandButtons editor={editor} commands={markCommands} />
          <LinkButton editor={editor} listens={false} />
        </>
      )}
      {comment && (
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          leftSection={<IconMessagePlus size={16} />}
          onPointerDown={event => event.preventDefault()}
          onClick={comment}
        >
          Comment
        </Button>
      )}
    </BubbleMenu>
  )
}
