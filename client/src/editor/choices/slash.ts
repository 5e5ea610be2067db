import type { Editor } from '@tiptap/core'
import { PluginKey } from '@tiptap/pm/state'
import { Suggestion } from '@tiptap/suggestion'
import { partCommands } from '../parts/partCommands.ts'
import {
  blockCommands,
  insertCommands,
  listCommands,
  spokenKeys,
  styleCommands,
  type TextCommand,
} from '../textCommands.ts'
import { type Choice, type Popup, popupRender } from './popup.ts'

const commands = new Map(
  [...styleCommands, ...listCommands, ...blockCommands, ...partCommands, ...insertCommands].map(command => [
    command.label,
    command,
  ]),
)

/** What a slash finds: labels that start with the query first, then every other word that does. */
export function matching(query: string, among: Iterable<TextCommand> = commands.values()): TextCommand[] {
  const wanted = query.toLowerCase()
  const starts = (text: string) =>
    text.toLowerCase().startsWith(wanted) || text.toLowerCase().includes(` ${wanted}`)
  const all = [...among]
  const byLabel = all.filter(({ label }) => starts(label))
  return [
    ...byLabel,
    ...all.filter(command => !byLabel.includes(command) && command.words && starts(command.words)),
  ]
}

export const slashKey = new PluginKey('slash')

/** Typing `/` where a word could begin offers the blocks one can insert. */
export const slash = (editor: Editor, popup: Popup) =>
  Suggestion<Choice, Choice>({
    editor,
    pluginKey: slashKey,
    char: '/',
    allow: ({ state }) => editor.isEditable && !state.selection.$from.parent.type.spec.code,
    items: ({ query }) =>
      matching(query).map(({ label, Icon, keys }) => ({
        id: label.replaceAll(' ', '-'),
        label,
        Icon,
        ...(keys ? { hint: spokenKeys(keys) } : {}),
      })),
    command: ({ range, props: choice }) => {
      const command = commands.get(choice.label)
      if (command) command.run(editor.chain().focus().deleteRange(range)).run()
    },
    render: popupRender(popup, 'Insert a block'),
  })
