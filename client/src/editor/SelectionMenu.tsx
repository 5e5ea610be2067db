import type { Editor } from '@tiptap/core'
import { BubbleMenu } from '@tiptap/react/menus'
import type { ReactNode } from 'react'
import { CommandButtons } from './FormatBar.tsx'
import { LinkButton } from './LinkButton.tsx'
import classes from './SelectionMenu.module.css'
import { markCommands } from './textCommands.ts'

const KEY = 'selectionMenu'

/** What one can do with the words one has selected; `children` stand behind what the text itself offers. */
export function SelectionMenu({ editor, children }: { editor: Editor; children: ReactNode }) {
  return (
    <BubbleMenu
      editor={editor}
      pluginKey={KEY}
      className={classes['menu'] ?? ''}
      updateDelay={120}
      options={{ placement: 'top', offset: 8 }}
      shouldShow={({ state, view }) =>
        !state.selection.empty &&
        state.doc.textBetween(state.selection.from, state.selection.to).trim() !== '' &&
        (view.hasFocus() || !editor.isEditable)
      }
    >
      {editor.isEditable && (
        <>
          <CommandButtons editor={editor} commands={markCommands} />
          <LinkButton editor={editor} listens={false} />
        </>
      )}
      {/* What stands here opens something elsewhere, and the menu has done its part. */}
      <span onClickCapture={() => editor.view.dispatch(editor.state.tr.setMeta(KEY, 'hide'))}>
        {children}
      </span>
    </BubbleMenu>
  )
}
