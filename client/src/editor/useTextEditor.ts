import type { CollaborationProvider } from '@colloquy/shared/sync/provider'
import type { Extensions } from '@tiptap/core'
import { type Editor, useEditor } from '@tiptap/react'
import { editorExtensions, type Writer } from './extensions.ts'
import type { Nameable } from './parts/PartView.ts'
import type { LookUp } from './references/ReferenceView.ts'

/**
 * The editor of a live document. React renders nothing while one types: whoever shows something of the
 * editor’s state selects exactly that with `useEditorState`.
 */
export function useTextEditor({
  provider,
  writer,
  editable,
  people,
  lookUp,
  extra,
}: {
  provider: CollaborationProvider
  writer: Writer
  editable: boolean
  people: () => Nameable[]
  lookUp: LookUp
  extra: Extensions
}): Editor | null {
  return useEditor(
    {
      extensions: editorExtensions({ provider, writer, people, lookUp, extra }),
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
    [provider, editable],
  )
}
