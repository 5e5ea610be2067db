import { ActionIcon, Tooltip } from '@mantine/core'
import type { Editor } from '@tiptap/core'
import { IconMessagePlus } from '../../ui/icons.ts'
import { startComment } from './compose.ts'

/** Starts a thread on the selection; stands in the menu that floats over it. */
export function CommentButton({ editor }: { editor: Editor }) {
  return (
    <Tooltip label="Comment (Mod+Alt+M)">
      <ActionIcon
        aria-label="Comment"
        aria-keyshortcuts="Control+Alt+M Meta+Alt+M"
        // The press would take the selection away before it could be read.
        onMouseDown={event => event.preventDefault()}
        onClick={() => startComment(editor)}
      >
        <IconMessagePlus size={18} stroke={1.75} />
      </ActionIcon>
    </Tooltip>
  )
}
