import type { DocumentRecord } from '@colloquy/shared/contract/documents'
import { useHotkeys } from '@mantine/hooks'
import type { Editor } from '@tiptap/core'
import { lazy, Suspense, useEffect, useState } from 'react'
import { ChoiceList } from '../../editor/choices/ChoiceList.tsx'
import { createPopup } from '../../editor/choices/popup.ts'
import { slash, slashKey } from '../../editor/choices/slash.ts'
import { FormatBar } from '../../editor/FormatBar.tsx'
import { find } from '../../editor/find/open.ts'
import { SelectionMenu } from '../../editor/SelectionMenu.tsx'
import { CommentButton } from '../threads/CommentButton.tsx'
import { ThreadsInText } from '../threads/ThreadsInText.tsx'
import { useNaming } from './useNaming.ts'

const FindBar = lazy(async () => ({ default: (await import('../../editor/find/FindBar.tsx')).FindBar }))

/** What helps with writing: the row above the text, the menu at the selection, the list at the caret. */
export function WritingTools({ record, editor }: { record: DocumentRecord; editor: Editor }) {
  const [popup] = useState(createPopup)
  useEffect(() => {
    // In front of the others: while the list is open, Enter and the arrows are its own.
    editor.registerPlugin(slash(editor, popup), (plugin, plugins) => [plugin, ...plugins])
    return () => {
      editor.unregisterPlugin(slashKey)
    }
  }, [editor, popup])
  useNaming(editor, popup)
  useHotkeys([['mod+shift+F', find.open]], [], true)
  return (
    <>
      <Suspense>{find.useOpen() && <FindBar editor={editor} />}</Suspense>
      {editor.isEditable && <FormatBar editor={editor} />}
      <SelectionMenu editor={editor}>
        {record.abilities.comment && <CommentButton editor={editor} />}
      </SelectionMenu>
      <ChoiceList popup={popup} />
      <ThreadsInText editor={editor} documentId={record.documentId} />
    </>
  )
}
