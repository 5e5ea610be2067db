import { ActionIcon, Button, CloseButton, TextInput, Tooltip } from '@mantine/core'
import type { Editor } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import { useEditorState } from '@tiptap/react'
import {
  findNext,
  findPrev,
  getMatchHighlights,
  replaceAll,
  replaceNext,
  SearchQuery,
  search,
  setSearchState,
} from 'prosemirror-search'
import { useEffect, useState } from 'react'
import { IconChevronDown, IconLetterCase } from '../../ui/icons.ts'
import classes from './FindBar.module.css'
import { find } from './open.ts'

/** Finds in the text, and replaces where one may edit. Enter goes on, Shift and Enter back, Escape closes. */
export function FindBar({ editor }: { editor: Editor }) {
  const [wanted, setWanted] = useState('')
  const [replacement, setReplacement] = useState('')
  const [caseSensitive, setCaseSensitive] = useState(false)
  const { count, current } = useEditorState({ editor, selector: ({ editor: { state } }) => tally(state) })

  useEffect(() => {
    const plugin = search()
    editor.registerPlugin(plugin)
    return () => {
      if (plugin.spec.key && !editor.isDestroyed) editor.unregisterPlugin(plugin.spec.key)
    }
  }, [editor])
  useEffect(() => {
    const query = new SearchQuery({ search: wanted, replace: replacement, caseSensitive, literal: true })
    editor.view.dispatch(setSearchState(editor.state.tr, query))
  }, [editor, wanted, replacement, caseSensitive])

  const run = (command: Command) => {
    command(editor.state, editor.view.dispatch)
    const { node } = editor.view.domAtPos(editor.state.selection.from)
    const element = node instanceof Element ? node : node.parentElement
    element?.scrollIntoView({ block: 'center' })
  }
  const close = () => {
    find.close()
    if (editor.isEditable) editor.commands.focus()
  }
  return (
    <search
      className={classes['bar']}
      onKeyDown={event => {
        if (event.key === 'Escape') close()
      }}
    >
      <TextInput
        aria-label="Find"
        placeholder="Find"
        size="xs"
        w={180}
        value={wanted}
        ref={focusOnce}
        onChange={event => setWanted(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key === 'Enter') run(event.shiftKey ? findPrev : findNext)
        }}
      />
      <span role="status" className={classes['count']}>
        {wanted && (count === 0 ? 'Not found' : `${current || '–'} of ${count}`)}
      </span>
      <Tooltip label="Match case">
        <ActionIcon
          size={30}
          aria-label="Match case"
          aria-pressed={caseSensitive}
          className={classes['toggle'] ?? ''}
          onClick={() => setCaseSensitive(!caseSensitive)}
        >
          <IconLetterCase size={16} />
        </ActionIcon>
      </Tooltip>
      <ActionIcon size={30} aria-label="Previous" disabled={count === 0} onClick={() => run(findPrev)}>
        <IconChevronDown size={16} className={classes['up'] ?? ''} />
      </ActionIcon>
      <ActionIcon size={30} aria-label="Next" disabled={count === 0} onClick={() => run(findNext)}>
        <IconChevronDown size={16} />
      </ActionIcon>
      {editor.isEditable && (
        <>
          <TextInput
            aria-label="Replace with"
            placeholder="Replace with"
            size="xs"
            w={150}
            value={replacement}
            onChange={event => setReplacement(event.currentTarget.value)}
            onKeyDown={event => {
              if (event.key === 'Enter') run(replaceNext)
            }}
          />
          <Button variant="default" size="xs" disabled={count === 0} onClick={() => run(replaceNext)}>
            Replace
          </Button>
          <Button variant="default" size="xs" disabled={count === 0} onClick={() => run(replaceAll)}>
            All
          </Button>
        </>
      )}
      <CloseButton aria-label="Close find" size="sm" onClick={close} />
    </search>
  )
}

const focused = new WeakSet<HTMLInputElement>()

function focusOnce(input: HTMLInputElement | null) {
  if (!input || focused.has(input)) return
  focused.add(input)
  input.focus()
}

/** How many matches there are, and which of them is selected, counted from one; 0 when none is. */
function tally(state: Editor['state']): { count: number; current: number } {
  const matches = getMatchHighlights(state).find()
  const { from, to } = state.selection
  return {
    count: matches.length,
    current: matches.findIndex(match => match.from === from && match.to === to) + 1,
  }
}
