import { isChangeOrigin } from '@tiptap/extension-collaboration'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Mapping, StepMap } from '@tiptap/pm/transform'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'

export type Range = { from: number; to: number }

/** The passages of threads in the text. `stale` says whose edits came since they were last looked for. */
export type Marks = {
  decorations: DecorationSet
  active: string | null
  stale: { local: boolean; remote: boolean }
}

const FRESH = { local: false, remote: false }

export const noMarks: Marks = { decorations: DecorationSet.empty, active: null, stale: FRESH }

/** What to draw: where each thread stands, and which of them is being looked at. */
export type Told = { ranges: ReadonlyMap<string, Range>; active: string | null }

/** Draws the passages; the active one stands out. What is drawn so already is left alone, which costs nothing. */
export function drawMarks(document: Node, { ranges, active }: Told, marks: Marks): Marks {
  if (marks.active === active && sameRanges(rangesOf(marks), ranges)) return { ...marks, stale: FRESH }
  const decorations = [...ranges].map(([threadId, { from, to }]) =>
    Decoration.inline(
      from,
      to,
      {
        class: threadId === active ? 'thread-mark thread-mark-active' : 'thread-mark',
        'data-thread': threadId,
      },
      { threadId },
    ),
  )
  return { decorations: DecorationSet.create(document, decorations), active, stale: FRESH }
}

/**
 * Carries the marks over a transaction. The changes of others arrive as a replacement of the whole document,
 * which would wipe every mark out, so those are narrowed down to what differs first.
 */
export function mapMarks(marks: Marks, transaction: Transaction): Marks {
  if (!transaction.docChanged) return marks
  const remote = isChangeOrigin(transaction)
  const mapping = remote ? difference(transaction.before, transaction.doc) : transaction.mapping
  return {
    ...marks,
    decorations: marks.decorations.map(mapping, transaction.doc),
    stale: { local: marks.stale.local || !remote, remote: marks.stale.remote || remote },
  }
}

/** The smallest single replacement that turns one document into the other. */
function difference(before: Node, after: Node): Mapping {
  const from = before.content.findDiffStart(after.content)
  const ends = before.content.findDiffEnd(after.content)
  if (from === null || ends === null) return new Mapping()
  // In repeated text the two searches can overlap; the ends then give way.
  const overlap = Math.max(0, from - Math.min(ends.a, ends.b))
  const [endBefore, endAfter] = [ends.a + overlap, ends.b + overlap]
  return new Mapping([new StepMap([from, endBefore - from, endAfter - from])])
}

/** Where the marks are now, by thread. */
export function rangesOf({ decorations }: Marks): Map<string, Range> {
  const ranges = new Map<string, Range>()
  for (const { from, to, spec } of decorations.find()) {
    if (from < to) ranges.set(spec['threadId'], { from, to })
  }
  return ranges
}

function sameRanges(one: ReadonlyMap<string, Range>, other: ReadonlyMap<string, Range>): boolean {
  return (
    one.size === other.size &&
    [...one].every(([id, { from, to }]) => other.get(id)?.from === from && other.get(id)?.to === to)
  )
}

/** The shortest marked passage at a position; of nested ones the innermost is meant. */
export function threadAt(marks: Marks, position: number): string | null {
  const found = marks.decorations.find(position, position).sort((a, b) => a.to - a.from - (b.to - b.from))
  return found[0]?.spec['threadId'] ?? null
}

export const marksKey = new PluginKey<Marks>('threads')

export const marksOf = (state: EditorState): Marks => marksKey.getState(state) ?? noMarks

/** What a transaction says about the marks. */
export function toldIn(transaction: Transaction): Told | undefined {
  // reason: the key only ever carries what showMarks puts there
  return transaction.getMeta(marksKey) as Told | undefined
}

export function showMarks(view: EditorView, told: Told) {
  view.dispatch(view.state.tr.setMeta(marksKey, told).setMeta('addToHistory', false))
}
