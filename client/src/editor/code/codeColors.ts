import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { createLowlight } from 'lowlight'

type Lowlight = ReturnType<typeof createLowlight>
type Tree = ReturnType<Lowlight['highlight']>['children'][number]
/** Half-open range of a code block’s text and the classes it gets. */
type Run = { from: number; to: number; classes: string }

const key = new PluginKey<DecorationSet>('codeColors')

/** Longer blocks stay plain: nobody reads their colours, everybody would feel the wait. */
const LONGEST = 40_000

/**
 * Colours in code blocks. The highlighter is loaded when the first block with a language is met. Each block is
 * read once, and again only when its own text or language changes; edits elsewhere merely move its colours.
 */
export const codeColors = Extension.create({
  name: 'codeColors',
  addProseMirrorPlugins() {
    const known = new WeakMap<Node, Run[]>()
    let lowlight: Lowlight | null = null
    let loading = false

    const runsOf = (node: Node, reader: Lowlight): Run[] => {
      const kept = known.get(node)
      if (kept) return kept
      const runs = read(node, reader)
      known.set(node, runs)
      return runs
    }
    const decorate = (state: EditorState, from = 0, to = state.doc.content.size): Decoration[] => {
      const reader = lowlight
      if (!reader) return []
      return codeBlocks(state.doc, from, to).flatMap(({ node, position }) =>
        runsOf(node, reader).map(run =>
          Decoration.inline(position + 1 + run.from, position + 1 + run.to, { class: run.classes }),
        ),
      )
    }
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply: (transaction, set, _before, after) => {
            if (transaction.getMeta(key)) return DecorationSet.create(after.doc, decorate(after))
            if (!transaction.docChanged || !lowlight) return set
            const mapped = set.map(transaction.mapping, transaction.doc)
            const changed = transaction.changedRange()
            if (!changed) return mapped
            const stale = codeBlocks(after.doc, changed.from, changed.to)
            return stale
              .reduce(
                (current, { node, position }) =>
                  current.remove(current.find(position, position + node.nodeSize)),
                mapped,
              )
              .add(after.doc, decorate(after, changed.from, changed.to))
          },
        },
        props: { decorations: state => key.getState(state) },
        view: view => {
          const load = () => {
            if (lowlight || loading) return
            if (!codeBlocks(view.state.doc).some(({ node }) => node.attrs['language'])) return
            loading = true
            void import('./lowlight.ts').then(loaded => {
              lowlight = loaded.lowlight
              if (!view.isDestroyed)
                view.dispatch(view.state.tr.setMeta(key, true).setMeta('addToHistory', false))
            })
          }
          load()
          return { update: (_view, before) => before.doc === view.state.doc || load() }
        },
      }),
    ]
  },
})

function codeBlocks(doc: Node, from = 0, to = doc.content.size): { node: Node; position: number }[] {
  const found: { node: Node; position: number }[] = []
  doc.nodesBetween(from, to, (node, position) => {
    if (node.type.name === 'codeBlock') found.push({ node, position })
    return !node.isTextblock
  })
  return found
}

function read(node: Node, reader: Lowlight): Run[] {
  const language: unknown = node.attrs['language']
  if (typeof language !== 'string' || !reader.registered(language)) return []
  if (node.textContent.length > LONGEST) return []
  const runs: Run[] = []
  let at = 0
  const walk = (trees: readonly Tree[], classes: string) => {
    for (const tree of trees) {
      if (tree.type === 'text') {
        const to = at + tree.value.length
        if (classes) runs.push({ from: at, to, classes })
        at = to
      } else if (tree.type === 'element') {
        const own = tree.properties['className']
        walk(tree.children.filter(isTree), [classes, ...(Array.isArray(own) ? own : [])].join(' ').trim())
      }
    }
  }
  walk(reader.highlight(language, node.textContent).children, '')
  return runs
}

const isTree = (child: { type: string }): child is Tree => child.type === 'text' || child.type === 'element'
