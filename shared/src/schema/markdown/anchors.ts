import type { JSONContent } from '@tiptap/core'
import { identifiedBlocks, identify, proposeIds, withIds } from '../ids.ts'

/**
 * Headings read from Markdown take their id from an anchor in front of their text, `## <a id="risks"></a>Dangers`, and else
 * the one that GitHub would give them.
 */
export const takeAnchors = (doc: JSONContent): JSONContent => withIds(mapHeadings(doc, takeAnchor))

const takeAnchor = (heading: JSONContent): JSONContent => {
  const [first, ...content] = heading.content ?? []
  const id: unknown = first?.attrs?.['id']
  if (first?.type !== 'anchor' || typeof id !== 'string') return heading
  return { ...heading, attrs: { ...heading.attrs, id }, content }
}

/**
 * The document with an anchor in every heading whose id cannot be derived from its text, for printing; ids of headings without
 * one say nothing then.
 */
export const giveAnchors = (doc: JSONContent): JSONContent => {
  const blocks = identifiedBlocks(doc)
  const own = blocks.map(identify)
  const written = new Set(
    own.flatMap((block, index) => (isWritten(blocks[index], block.type) ? [index] : [])),
  )
  // Writing one id out may change what is derived for another, so this repeats until nothing changes.
  for (let size = -1; size !== written.size; ) {
    size = written.size
    const derived = proposeIds(
      own.map((block, index) => (written.has(index) ? block : { ...block, id: null })),
    )
    own.forEach((block, index) => {
      if (block.id !== null && derived[index] !== block.id) written.add(index)
    })
  }
  const anchored = new Set(blocks.filter((block, index) => block.type === 'heading' && written.has(index)))
  return mapHeadings(doc, heading => (anchored.has(heading) ? giveAnchor(heading) : heading))
}

/** Blocks other than headings always write their id, and so do headings that begin with an anchor of their own. */
const isWritten = (block: JSONContent | undefined, type: string): boolean =>
  type !== 'heading' || block?.content?.[0]?.type === 'anchor'

const giveAnchor = (heading: JSONContent): JSONContent => ({
  ...heading,
  content: [{ type: 'anchor', attrs: { id: heading.attrs?.['id'] } }, ...(heading.content ?? [])],
})

const mapHeadings = (node: JSONContent, change: (heading: JSONContent) => JSONContent): JSONContent => {
  if (node.type === 'heading') return change(node)
  return node.content ? { ...node, content: node.content.map(child => mapHeadings(child, change)) } : node
}
