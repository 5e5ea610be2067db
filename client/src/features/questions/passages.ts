import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

type Range = { from: number; to: number }
type Held = { places: ReadonlyMap<string, Range>; marked: string | null }

const key = new PluginKey<Held>('passages')

/**
 * Where the findings are in the text as it is now. They move with every edit, so that going to one leads to
 * its words even while the next forecast is being made. Only the marked one is visible.
 */
export const passages = Extension.create({
  name: 'passages',
  addProseMirrorPlugins() {
    return [
      new Plugin<Held>({
        key,
        state: {
          init: () => ({ places: new Map(), marked: null }),
          apply: (transaction, held) => {
            // reason: this plugin’s key only ever carries its own instructions
            const told = transaction.getMeta(key) as Partial<Held> | undefined
            if (told) return { ...held, ...told }
            if (!transaction.docChanged || held.places.size === 0) return held
            const places = new Map<string, Range>()
            for (const [id, { from, to }] of held.places) {
              places.set(id, { from: transaction.mapping.map(from, 1), to: transaction.mapping.map(to, -1) })
            }
            return { ...held, places }
          },
        },
        props: {
          decorations: state => {
            const held = key.getState(state)
            const range = held?.marked && held.places.get(held.marked)
            return range && range.to > range.from
              ? DecorationSet.create(state.doc, [
                  Decoration.inline(range.from, range.to, { class: 'passage' }),
                ])
              : null
          },
        },
      }),
    ]
  },
})

/** Says where all passages are, in positions of the current document. */
export const placePassages = (state: EditorState, places: ReadonlyMap<string, Range>) =>
  state.tr.setMeta(key, { places }).setMeta('addToHistory', false)

/** Makes one passage visible, or none. */
export const markPassage = (state: EditorState, marked: string | null) =>
  state.tr.setMeta(key, { marked }).setMeta('addToHistory', false)

/** Where a passage is now; null when its text is gone. */
export function findPassage(state: EditorState, id: string): Range | null {
  const range = key.getState(state)?.places.get(id)
  return range && range.to > range.from ? range : null
}
