import type { Editor, JSONContent } from '@tiptap/core'
import { PluginKey } from '@tiptap/pm/state'
import { Suggestion } from '@tiptap/suggestion'
import { type Choice, type Popup, popupRender } from './popup.ts'

/** How many lines the list shows at once. */
const SHOWN = 8

/** Typing what begins a name offers the names, and puts in the node that stands for the chosen one. */
type Naming = {
  char: string
  label: string
  names: () => readonly Choice[]
  node: (choice: Choice) => JSONContent
}

export const namingKey = (char: string) => new PluginKey(`naming ${char}`)

export const naming = (editor: Editor, popup: Popup, key: PluginKey, { char, label, names, node }: Naming) =>
  Suggestion<Choice, Choice>({
    editor,
    pluginKey: key,
    char,
    allowSpaces: true,
    allow: ({ state }) => editor.isEditable && !state.selection.$from.parent.type.spec.code,
    items: ({ query }) => named(query, names()),
    command: ({ range, props: choice }) => {
      editor
        .chain()
        .focus()
        .insertContentAt(range, [node(choice), { type: 'text', text: ' ' }])
        .run()
    },
    // A list without lines would only hide what one is writing.
    shouldShow: ({ query }) => named(query, names()).length > 0,
    render: popupRender(popup, label),
  })

/** The names in which some word starts with the query. */
export function named(query: string, names: readonly Choice[]): Choice[] {
  const wanted = query.toLowerCase()
  return names.filter(({ label }) => ` ${label.toLowerCase()}`.includes(` ${wanted}`)).slice(0, SHOWN)
}
