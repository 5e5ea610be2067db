import type { Editor } from '@tiptap/core'
import type { SuggestionOptions, SuggestionProps } from '@tiptap/suggestion'
import type { FunctionComponent } from 'react'

/** One line of a list that opens while one types. */
export type Choice = {
  id: string
  label: string
  hint?: string
  Icon?: FunctionComponent<{ size?: number | string }>
}

export type OpenPopup = {
  label: string
  choices: Choice[]
  selected: number
  place: () => DOMRect | null
  choose: (choice: Choice) => void
}

/** The list that is open in an editor, if any: written by the typing side, shown by `ChoiceList`. */
export type Popup = {
  read: () => OpenPopup | null
  subscribe: (listener: () => void) => () => void
  set: (open: OpenPopup | null) => void
}

export function createPopup(): Popup {
  let open: OpenPopup | null = null
  const listeners = new Set<() => void>()
  return {
    read: () => open,
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    set: next => {
      open = next
      for (const listener of listeners) listener()
    },
  }
}

/** The element ids by which the text field points at the list and at its selected line. */
export const listId = 'choices'
export const choiceId = (choice: Choice) => `choice-${choice.id}`

/** Ties a typing trigger (`/`, `@`) to the popup: arrows move, Enter and Tab choose, Escape closes. */
export function popupRender(
  popup: Popup,
  label: string,
): NonNullable<SuggestionOptions<Choice, Choice>['render']> {
  return () => {
    const show = (props: SuggestionProps<Choice, Choice>, selected: number) => {
      const at = Math.min(selected, Math.max(0, props.items.length - 1))
      popup.set({
        label,
        choices: props.items,
        selected: at,
        place: () => props.clientRect?.() ?? null,
        choose: choice => props.command(choice),
      })
      describe(props.editor, props.items[at])
    }
    let latest: SuggestionProps<Choice, Choice> | null = null
    return {
      onStart: props => {
        latest = props
        show(props, 0)
      },
      onUpdate: props => {
        const changed = props.query !== latest?.query
        latest = props
        show(props, changed ? 0 : (popup.read()?.selected ?? 0))
      },
      onExit: props => {
        latest = null
        popup.set(null)
        describe(props.editor, undefined)
      },
      onKeyDown: ({ event }) => {
        const open = popup.read()
        if (!open || !latest || open.choices.length === 0) return false
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
        if (step) {
          show(latest, (open.selected + step + open.choices.length) % open.choices.length)
          return true
        }
        const choice = open.choices[open.selected]
        if ((event.key === 'Enter' || event.key === 'Tab') && choice) {
          open.choose(choice)
          return true
        }
        return false
      },
    }
  }
}

/** The focus stays in the text; these attributes tell a screen reader which line is selected. */
function describe(editor: Editor, selected: Choice | undefined) {
  const { dom } = editor.view
  if (selected) {
    dom.setAttribute('aria-controls', listId)
    dom.setAttribute('aria-activedescendant', choiceId(selected))
  } else {
    dom.removeAttribute('aria-controls')
    dom.removeAttribute('aria-activedescendant')
  }
}
