import { create } from '@colloquy/shared/anchors/create'
import { type Reading, read } from '@colloquy/shared/anchors/reading'
import { type Resolution, resolve } from '@colloquy/shared/anchors/resolve'
import type { Anchor } from '@colloquy/shared/contract/anchor'
import type { EditorState, PluginView } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { XmlFragment } from 'yjs'
import type { Desk, DeskState } from './desk.ts'
import { marksOf, type Range, showMarks } from './marks.ts'

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

  const place = () => {
    timer = undefined
    if (view.isDestroyed) return
    // An input method would lose its place if the text were drawn anew under it.
    if (view.composing) return schedule(QUIET)
    const { stale } = marksOf(view.state)
    const reading = readText(view.state)
    if (!reading) return
    const { threads, composing, active } = desk.get()
    const placed = new Map<string, Resolution>()
    for (const { threadId, anchor } of threads) {
      if (anchor) placed.set(threadId, resolve(anchor, reading))
    }
    if (composing?.anchor) placed.set(COMPOSING, resolve(composing.anchor, reading))
    seen = { threads, composing, active, placed }
    showMarks(view, { ranges: marked(seen), active: composing ? COMPOSING : active })
    if (!samePlaces(desk.get().placed, placed)) desk.set({ placed })
    if (stale.local) reportMoved(desk, placed, reading)
  }
  const schedule = (delay: number) => {
    clearTimeout(timer)
    timer = setTimeout(place, delay)
  }
  const unsubscribe = desk.subscribe(() => {
    const { threads, composing, active } = desk.get()
    const same = seen?.threads === threads && seen.composing === composing && seen.active === active
    if (!same) schedule(0)
  })
  schedule(0)

  return {
    update(_, previous) {
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

/** What is marked: the passages of open threads, and whatever is being looked at or written on. */
function marked({ threads, placed, active }: DeskState): Map<string, Range> {
  const ranges = new Map<string, Range>()
  const resolved = new Set(threads.filter(thread => thread.resolution).map(thread => thread.threadId))
  for (const [threadId, place] of placed) {
    const isShown = threadId === active || !resolved.has(threadId)
    if (place.state === 'anchored' && isShown) ranges.set(threadId, { from: place.from, to: place.to })
  }
  return ranges
}

function samePlaces(one: ReadonlyMap<string, Resolution>, other: ReadonlyMap<string, Resolution>): boolean {
  const text = (place: Resolution | undefined) =>
    place?.state === 'anchored' ? `${place.from}-${place.to}` : place?.state
  return one.size === other.size && [...one].every(([id, place]) => text(place) === text(other.get(id)))
}

/**
 * A thread that is only found by its quote is anchored anew on the same words, by the one whose edit moved them,
 * so that it keeps to them through later edits. What was found in part stays as it was, for an undo.
 */
function reportMoved(desk: Desk, placed: ReadonlyMap<string, Resolution>, reading: Reading) {
  for (const thread of desk.get().threads) {
    const place = placed.get(thread.threadId)
    if (!thread.anchor || place?.state !== 'anchored' || place.by === 'identity') continue
    const anchor = create(reading, place.from, place.to)
    if (anchor && sameWords(anchor, thread.anchor)) desk.onMoved(thread, anchor)
  }
}

const sameWords = (one: Anchor, other: Anchor) => words(one) === words(other)
const words = ({ quote }: Anchor) => quote.exact.replaceAll('\n', '')
