import type { CollaborationProvider } from '@colloquy/shared/sync/provider'
import type { Extensions } from '@tiptap/core'
import { type Editor, useEditor } from '@tiptap/react'
import { yCursorPluginKey, ySyncPluginKey, yUndoPluginKey } from '@tiptap/y-tiptap'
import { useLayoutEffect } from 'react'
import { editorExtensions, type Writer } from './extensions.ts'
import type { Nameable } from './parts/PartView.ts'
import type { LookUp } from './references/ReferenceView.ts'
import type { ShownText } from './shownText.ts'

/**
 * The editor of a live document. React renders nothing while one types: whoever shows something of the
 * editor’s state selects exactly that with `useEditorState`.
 */
export function useTextEditor({
  provider,
  writer,
  text,
  people,
  lookUp,
  extra,
}: {
  provider: CollaborationProvider
  writer: Writer
  text: ShownText
  people: () => Nameable[]
  lookUp: LookUp
  extra: Extensions
}): Editor | null {
  const { document, editable, leaving } = text
  const editor = useEditor(
    {
      extensions: editorExtensions({ provider, document, writer, people, lookUp, extra }),
      editable,
      shouldRerenderOnTransaction: false,
      // The document brings its own styles, in text.css.
      injectCSS: false,
      editorProps: {
        attributes: {
          role: 'textbox',
          'aria-label': 'Document text',
          'aria-multiline': 'true',
          'aria-readonly': String(!editable),
          class: 'text',
        },
        // Room for the header above and some air below when the caret moves out of sight.
        scrollMargin: { top: 130, bottom: 80, left: 0, right: 0 },
        scrollThreshold: { top: 130, bottom: 80, left: 0, right: 0 },
      },
    },
    [provider, document, editable],
  )
  useLayoutEffect(() => {
    // The binding goes before anything else: it would write what it last knew over what has just come.
    const leave = () => {
      editor?.unregisterPlugin([ySyncPluginKey, yUndoPluginKey, yCursorPluginKey])
      editor?.setEditable(false)
    }
    leaving.add(leave)
    return () => {
      leaving.delete(leave)
    }
  }, [editor, leaving])
  return editor
}
