import { create } from '@colloquy/shared/anchors/create'
import { type Reading, read } from '@colloquy/shared/anchors/reading'
import { type Resolution, resolve } from '@colloquy/shared/anchors/resolve'
import type { Anchor } from '@colloquy/shared/contract/anchor'
import type { EditorState, PluginView } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { XmlFragment } from 'yjs'
import type { Desk, DeskState } from './desk.ts'
import { marksOf, type Range, showMarks, threadAt } from './marks.ts'

/** The mark of a passage on which a thread is being written. */
export const COMPOSING = 'composing'

/** After the edits of others, in milliseconds: until then the marks were moved along as well as that goes. */
const SOON = 150
/** After one's own edits, which the marks follow exactly, once typing pauses. */
const QUIET = 400

/** The text of the live document as it is now; null while the editor is not bound to one. */
export function readText(state: EditorState): Reading | null {
  const fragment: unknown = ySyncPluginKey.getState(state)?.type
  if (!(fragment instanceof XmlFragment) || !fragment.doc) return null
  return read(fragment, name => state.schema.nodes[name]?.isLeaf ?? false)
}

/**
 * Looks for every thread in the text when the threads change, soon after others edit, and when one's own typing
 * pauses. In between the marks are mapped, so that a keystroke costs nothing but that.
 */
export function keepPlaced(view: EditorView, desk: Desk): PluginView {
  let timer: ReturnType<typeof setTimeout> | undefined
  let seen: DeskState | null = null
  let cost = 0

  const due = () => {
    timer = undefined
    if (view.isDestroyed) return
    // An input method would lose its place if the text were drawn anew under it.
    if (view.composing) return schedule(QUIET)
    const began = performance.now()
    place()
    cost = performance.now() - began
  }
  const place = () => {
    const { stale } = marksOf(view.state)
    const { threads, composing, active } = desk.get()
    const isPlaced = seen?.threads === threads && seen.composing === composing
    if (!isPlaced || stale.local || stale.remote) {
      const reading = readText(view.state)
      if (!reading) return
      desk.where = placesOf(desk.get(), reading)
      if (stale.local) reportMoved(desk, reading)
    }
    seen = desk.get()
    showMarks(view, { ranges: marked(desk), active: composing ? COMPOSING : active })
    if (inOrder(seen.placed) !== inOrder(desk.where)) desk.set({ placed: desk.where })
  }
  const schedule = (delay: number) => {
    clearTimeout(timer)
    // However long the text and however many its threads, looking for them takes a tenth of the time at most.
    timer = setTimeout(due, delay === 0 ? 0 : Math.max(delay, cost * 10))
  }
  const unsubscribe = desk.subscribe(() => {
    const { threads, composing, active } = desk.get()
    const same = seen?.threads === threads && seen.composing === composing && seen.active === active
    if (!same) schedule(0)
  })
  schedule(0)

  return {
    update(_, previous) {
      activateAtCaret(view, previous, desk)
      if (previous.doc === view.state.doc) return
      // A pause in one's own typing is not waited for once somebody else's edit has to be caught up with.
      if (!marksOf(view.state).stale.remote) schedule(QUIET)
      else if (timer === undefined) schedule(SOON)
    },
    destroy() {
      clearTimeout(timer)
      unsubscribe()
    },
  }
}

/** The thread whose passage the caret comes into is the one that is meant. */
function activateAtCaret(view: EditorView, previous: EditorState, desk: Desk) {
  const { selection } = view.state
  if (!selection.empty || selection.eq(previous.selection) || !view.hasFocus()) return
  const threadId = threadAt(marksOf(view.state), selection.from)
  if (threadId && threadId !== COMPOSING && threadId !== desk.get().active) desk.set({ active: threadId })
}

function placesOf({ threads, composing }: DeskState, reading: Reading): Map<string, Resolution> {
  const places = new Map<string, Resolution>()
  for (const { threadId, anchor } of threads) {
    if (anchor) places.set(threadId, resolve(anchor, reading))
  }
  if (composing?.anchor) places.set(COMPOSING, resolve(composing.anchor, reading))
  return places
}

/** What is marked: the passages of open threads, and whatever is being looked at or written on. */
function marked(desk: Desk): Map<string, Range> {
  const { threads, active } = desk.get()
  const ranges = new Map<string, Range>()
  const resolved = new Set(threads.filter(thread => thread.resolution).map(thread => thread.threadId))
  for (const [threadId, place] of desk.where) {
    const isShown = threadId === active || !resolved.has(threadId)
    if (place.state === 'anchored' && isShown) ranges.set(threadId, { from: place.from, to: place.to })
  }
  return ranges
}

/** What lists of threads depend on: which comes after which, and which are orphaned. */
function inOrder(placed: ReadonlyMap<string, Resolution>): string {
  const position = (place: Resolution) => (place.state === 'anchored' ? place.from : -1)
  return [...placed]
    .sort(([a, placeA], [b, placeB]) => position(placeA) - position(placeB) || a.localeCompare(b))
    .map(([threadId, { state }]) => `${threadId} ${state}`)
    .join()
}

/**
 * A thread that is only found by its quote is anchored anew on the same words, by the one whose edit moved them,
 * so that it keeps to them through later edits. What was found in part stays as it was, for an undo.
 */
function reportMoved(desk: Desk, reading: Reading) {
  for (const thread of desk.get().threads) {
    const place = desk.where.get(thread.threadId)
    if (!thread.anchor || place?.state !== 'anchored' || place.by === 'identity') continue
    const anchor = create(reading, place.from, place.to)
    if (anchor && sameWords(anchor, thread.anchor)) desk.onMoved(thread, anchor)
  }
}

const sameWords = (one: Anchor, other: Anchor) => words(one) === words(other)
const words = ({ quote }: Anchor) => quote.exact.replaceAll('\n', '')
