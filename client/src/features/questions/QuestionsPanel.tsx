import { Button, ScrollArea } from '@mantine/core'
import type { Editor } from '@tiptap/core'
import { useRef, useState } from 'react'
import { useRovingList } from '../../ui/useRovingList.ts'
import type { ForecastFeed } from './forecastFeed.ts'
import { Length } from './Length.tsx'
import { steadyOrder } from './order.ts'
import { findPassage, markPassage } from './passages.ts'
import type { Placed } from './protocol.ts'
import { QuestionCard } from './QuestionCard.tsx'
import classes from './QuestionsPanel.module.css'
import { useFindings } from './useForecast.ts'

/** The questions readers are likely to ask of the text as it stands. */
export function QuestionsPanel({
  editor,
  feed,
  shown,
}: {
  editor: Editor
  feed: ForecastFeed | null
  /** Called when a passage was brought up, so that a panel that lies over the text can make way. */
  shown: () => void
}) {
  const [all, setAll] = useState(false)
  const order = useRef<string[]>([])
  const list = useRovingList()
  const findings = useFindings(feed)
  if (!feed || !findings) return <p className={classes['note']}>Reading the document…</p>

  const wanted = findings.filter(finding => all || finding.shown)
  const ordered = steadyOrder(order.current, wanted)
  order.current = ordered.map(({ id }) => id)
  const more = findings.length - wanted.length

  const show = (finding: Placed) => {
    editor.view.dispatch(markPassage(editor.state, finding.id))
    const at = findPassage(editor.state, finding.id)
    if (at) goTo(editor, at)
    shown()
  }
  return (
    <ScrollArea className={classes['panel'] ?? ''} type="auto">
      {ordered.length === 0 ? (
        <p className={classes['note']}>
          Nothing here that a reader is likely to stumble over. As you write, this is where you see what they
          would ask, who would ask it, and why.
        </p>
      ) : (
        <ul
          className={classes['list']}
          aria-label="Likely questions"
          ref={list}
          onKeyDown={event => {
            if (event.key === 'Escape') editor.commands.focus()
          }}
        >
          {ordered.map(finding => (
            <QuestionCard key={finding.id} finding={finding} show={show} />
          ))}
        </ul>
      )}
      {(more > 0 || all) && (
        <Button variant="subtle" size="xs" onClick={() => setAll(!all)} m="xs">
          {all ? 'Only the likeliest' : `${more} more`}
        </Button>
      )}
      <Length feed={feed} />
    </ScrollArea>
  )
}

/** Selects the passage and brings it to the reader’s eyes, a third from the top. */
function goTo(editor: Editor, { from, to }: { from: number; to: number }) {
  editor.commands.setTextSelection({ from, to })
  const top = editor.view.coordsAtPos(from).top + window.scrollY
  window.scrollTo({ top: top - window.innerHeight / 3, behavior: 'smooth' })
  if (editor.isEditable) editor.view.focus()
}
