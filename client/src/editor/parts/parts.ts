import { ActionItem } from '@colloquy/shared/schema/nodes/actionItem'
import { OpenQuestion } from '@colloquy/shared/schema/nodes/openQuestion'
import { Proposal } from '@colloquy/shared/schema/nodes/proposal'
import { type AnyExtension, type Editor, Extension } from '@tiptap/core'
import type { ResolvedPos } from '@tiptap/pm/model'
import { Selection, TextSelection } from '@tiptap/pm/state'
import { type Nameable, PartView } from './PartView.ts'

/** The structured blocks with their fields, by node name. */
export function partsWithViews(people: () => Nameable[]): Record<string, AnyExtension> {
  return Object.fromEntries(
    [Proposal, OpenQuestion, ActionItem].map(part => [
      part.name,
      part.extend({
        addNodeView() {
          return props => new PartView(props, people)
        },
      }),
    ]),
  )
}

/** Lines of a structured block that hold one question each: Enter goes on to what stands below. */
const lines = new Set(['proposalQuestion', 'questionText'])

/** The outermost structured blocks: what one leaves when one is done with them. */
const wholes = new Set(['proposal', 'openQuestion', 'actionItem', 'optionTable', 'anticipatedQuestions'])

/** How one moves through structured blocks and out of them by keyboard. */
export const partKeys = Extension.create({
  name: 'partKeys',
  priority: 200,
  addKeyboardShortcuts: () => ({
    Enter: ({ editor }) => goOn(editor) || anotherQuestion(editor) || leaveWhenEmpty(editor),
    'Mod-Enter': ({ editor }) => leave(editor),
  }),
})

function goOn(editor: Editor): boolean {
  const { $from } = editor.state.selection
  if (!lines.has($from.parent.type.name)) return false
  const next = Selection.findFrom(editor.state.doc.resolve($from.after()), 1)
  if (next) editor.view.dispatch(editor.state.tr.setSelection(next).scrollIntoView())
  return true
}

/** An empty line at the end of an answer becomes the next question. */
function anotherQuestion(editor: Editor): boolean {
  const { $from } = editor.state.selection
  const depth = depthOf($from, name => name === 'anticipatedQuestion')
  const question = depth === null ? null : editor.schema.nodes['anticipatedQuestion']?.createAndFill()
  if (depth === null || !question || !isEmptyEnd($from, depth)) return false
  const { tr } = editor.state
  tr.delete($from.before(), $from.after())
  const after = tr.mapping.map($from.after(depth))
  tr.insert(after, question).setSelection(TextSelection.create(tr.doc, after + 2))
  editor.view.dispatch(tr.scrollIntoView())
  return true
}

/** An empty line at the end of a structured block leads out of it. */
function leaveWhenEmpty(editor: Editor): boolean {
  const { $from } = editor.state.selection
  const depth = depthOf($from, name => wholes.has(name))
  return depth !== null && isEmptyEnd($from, depth) && leave(editor, true)
}

/** Goes on below the structured block the caret is in, taking an empty last line along. */
function leave(editor: Editor, withLine = false): boolean {
  const { $from } = editor.state.selection
  const paragraph = editor.schema.nodes['paragraph']
  const depth = depthOf($from, name => wholes.has(name))
  if (depth === null || !paragraph) return false
  const { tr } = editor.state
  if (withLine) tr.delete($from.before(), $from.after())
  const after = tr.mapping.map($from.after(depth))
  tr.insert(after, paragraph.create()).setSelection(TextSelection.create(tr.doc, after + 1))
  editor.view.dispatch(tr.scrollIntoView())
  return true
}

/** Whether the caret is in an empty last line, not the only one, of what is around it up to `depth`. */
function isEmptyEnd($from: ResolvedPos, depth: number): boolean {
  if ($from.parent.type.name !== 'paragraph' || $from.parent.content.size > 0) return false
  if ($from.node(-1).childCount < 2) return false
  for (let level = $from.depth - 1; level >= depth; level--) {
    if ($from.indexAfter(level) < $from.node(level).childCount) return false
  }
  return true
}

function depthOf($from: ResolvedPos, wanted: (name: string) => boolean): number | null {
  for (let depth = $from.depth; depth > 0; depth--) {
    if (wanted($from.node(depth).type.name)) return depth
  }
  return null
}
