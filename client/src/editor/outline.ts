import { type Identified, identified, proposeIds } from '@colloquy/shared/schema/ids'
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/** One heading of the document; `id` is its address within the page. */
export type OutlineEntry = { id: string; level: number; text: string }

type Placed = { node: Node; position: number }
type Outlined = { blocks: Placed[]; ids: string[]; entries: OutlineEntry[]; addresses: DecorationSet }

const key = new PluginKey<Outlined>('outline')

/** The headings of the document in order. The same array until a heading changes. */
export const readOutline = (state: EditorState): OutlineEntry[] => key.getState(state)?.entries ?? []

/**
 * Keeps the list of headings and gives every block that can be pointed at its address: the id it has, else the
 * one it will get. It gets it for good when the caret leaves it, so that a heading is not named after its first
 * letter. Blocks are persistent, so a keystroke costs one look at each top-level block and no reading.
 */
export const outline = Extension.create({
  name: 'outline',
  addProseMirrorPlugins() {
    const { editor } = this
    const inside = new WeakMap<Node, Placed[]>()
    return [
      new Plugin<Outlined>({
        key,
        state: {
          init: (_, state) => outlined(identifiedBlocks(state.doc, inside), state.doc),
          apply: (transaction, held) => {
            if (!transaction.docChanged) return held
            const blocks = identifiedBlocks(transaction.doc, inside)
            return same(blocks, held.blocks)
              ? { ...held, blocks, addresses: held.addresses.map(transaction.mapping, transaction.doc) }
              : outlined(blocks, transaction.doc)
          },
        },
        appendTransaction: (transactions, before, state) => {
          if (!editor.isEditable) return null
          const left = transactions.reduce((at, { mapping }) => mapping.map(at, -1), before.selection.head)
          return withLastingId(state, left)
        },
        props: { decorations: state => key.getState(state)?.addresses },
      }),
    ]
  },
})

function identifiedBlocks(doc: Node, inside: WeakMap<Node, Placed[]>): Placed[] {
  const found: Placed[] = []
  doc.forEach((block, offset) => {
    let known = inside.get(block)
    if (!known) {
      known = blocksIn(block)
      inside.set(block, known)
    }
    for (const { node, position } of known) found.push({ node, position: offset + position })
  })
  return found
}

/** A top-level block and the blocks inside it, as far as they have ids, relative to its start. */
function blocksIn(block: Node): Placed[] {
  const found: Placed[] = isIdentified(block) ? [{ node: block, position: 0 }] : []
  block.descendants((node, position) => {
    if (isIdentified(node)) found.push({ node, position: position + 1 })
    return !node.isTextblock
  })
  return found
}

const isIdentified = (node: Node) => Object.hasOwn(identified, node.type.name)

function same(blocks: Placed[], before: Placed[]): boolean {
  return blocks.length === before.length && blocks.every(({ node }, i) => node === before[i]?.node)
}

function outlined(blocks: Placed[], doc: Node): Outlined {
  const ids = proposeIds(blocks.map(({ node }) => identify(node)))
  const entries = blocks.flatMap(({ node }, i) =>
    node.type.name === 'heading'
      ? [{ id: ids[i] ?? '', level: Number(node.attrs['level']), text: node.textContent }]
      : [],
  )
  const levels = spokenLevels(blocks.map(({ node }) => Number(node.attrs['level'] ?? 0)))
  const addresses = blocks.map(({ node, position }, i) =>
    Decoration.node(position, position + node.nodeSize, {
      id: ids[i] ?? '',
      ...(levels[i] === node.attrs['level'] ? {} : { 'aria-level': String(levels[i]) }),
    }),
  )
  return { blocks, ids, entries, addresses: DecorationSet.create(doc, addresses) }
}

/**
 * The levels that a screen reader is told: below the page’s own title, and never two deeper than the heading
 * before, which would sound as if one had been missed. Blocks without a level (0) have none.
 */
export function spokenLevels(levels: readonly number[]): (number | undefined)[] {
  let last = 1
  return levels.map(level => {
    if (level === 0) return undefined
    last = Math.min(level, last + 1)
    return last
  })
}

function identify(node: Node): Identified {
  const id: unknown = node.attrs['id']
  return {
    type: node.type.name,
    id: typeof id === 'string' && id !== '' ? id : null,
    text: node.type.name === 'heading' ? node.textContent : '',
  }
}

/** Gives the block around `left`, where the caret was before, its id for good once the caret is elsewhere. */
function withLastingId(state: EditorState, left: number) {
  const held = key.getState(state)
  const { head } = state.selection
  const within = ({ node, position }: Placed, at: number) => position < at && at < position + node.nodeSize
  const index = held?.blocks.findIndex(block => within(block, left) && !within(block, head)) ?? -1
  const block = held?.blocks[index]
  const id = held?.ids[index]
  if (!block || block.node.content.size === 0 || block.node.attrs['id'] === id) return null
  return state.tr.setNodeAttribute(block.position, 'id', id).setMeta('addToHistory', false)
}
