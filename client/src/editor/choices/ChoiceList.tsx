import { autoUpdate, computePosition, flip, offset, shift, size } from '@floating-ui/dom'
import { Portal } from '@mantine/core'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import classes from './ChoiceList.module.css'
import { choiceId, listId, type Popup } from './popup.ts'

/** The list that opens at the caret while one types `/` or `@`. */
export function ChoiceList({ popup }: { popup: Popup }) {
  const open = useSyncExternalStore(popup.subscribe, popup.read)
  const list = useRef<HTMLDivElement>(null)
  const place = open?.place
  const selected = open?.choices[open.selected]

  useEffect(() => {
    const element = list.current
    if (!place || !element) return
    const reference = { getBoundingClientRect: () => place() ?? new DOMRect() }
    return autoUpdate({ ...reference, contextElement: document.body }, element, () => {
      void computePosition(reference, element, {
        strategy: 'fixed',
        placement: 'bottom-start',
        middleware: [
          offset(6),
          flip({ padding: 8 }),
          shift({ padding: 8 }),
          size({
            padding: 8,
            apply: ({ availableHeight }) => {
              element.style.maxHeight = `${Math.min(360, availableHeight)}px`
            },
          }),
        ],
      }).then(({ x, y }) => Object.assign(element.style, { left: `${x}px`, top: `${y}px` }))
    })
  }, [place])

  useEffect(() => {
    if (selected) document.getElementById(choiceId(selected))?.scrollIntoView({ block: 'nearest' })
  }, [selected])

  if (!open) return null
  return (
    <Portal>
      <div ref={list} id={listId} role="listbox" aria-label={open.label} className={classes['list']}>
        {open.choices.length === 0 && <p className={classes['nothing']}>Nothing with that name</p>}
        {open.choices.map((choice, index) => (
          <div
            key={choice.id}
            id={choiceId(choice)}
            role="option"
            tabIndex={-1}
            aria-selected={index === open.selected}
            className={classes['choice']}
            // The press must not take the focus out of the text.
            onPointerDown={event => {
              event.preventDefault()
              open.choose(choice)
            }}
          >
            {choice.Icon && <choice.Icon size={18} />}
            <span className={classes['label']}>{choice.label}</span>
            {choice.hint && <span className={classes['hint']}>{choice.hint}</span>}
          </div>
        ))}
      </div>
    </Portal>
  )
}
