import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { type OutlineEntry, readOutline } from '../../editor/outline.ts'
import classes from './Outline.module.css'
import { useReadingPlace } from './useReadingPlace.ts'

/** The headings of the document. The one being read is marked; each leads to its section. */
export function Outline({ editor, followed }: { editor: Editor; followed?: () => void }) {
  const entries = useEditorState({ editor, selector: ({ editor: { state } }) => readOutline(state) })
  const current = useReadingPlace(entries)
  if (entries.length === 0) {
    return <p className={classes['empty']}>Headings you write appear here.</p>
  }
  const top = Math.min(...entries.map(({ level }) => level))
  return (
    <ol className={classes['list']}>
      {entries.map((entry, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: reason: while one types, two headings may briefly share an id
        <li key={`${index} ${entry.id}`} data-depth={Math.min(3, entry.level - top)}>
          <a
            href={`#${entry.id}`}
            className={classes['entry']}
            {...(entry.id === current ? { 'aria-current': 'location' as const } : {})}
            onClick={event => {
              event.preventDefault()
              goTo(entry, editor)
              followed?.()
            }}
          >
            {entry.text || 'Untitled section'}
          </a>
        </li>
      ))}
    </ol>
  )
}

/** Scrolls to a section, keeps its address in the address bar, and puts the caret there. */
function goTo(entry: OutlineEntry, editor: Editor) {
  const heading = document.getElementById(entry.id)
  if (!heading) return
  heading.scrollIntoView({ behavior: 'smooth', block: 'start' })
  window.history.replaceState(window.history.state, '', `#${entry.id}`)
  editor.commands.setTextSelection(editor.view.posAtDOM(heading, 0))
}
