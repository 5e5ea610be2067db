import type { JSONContent } from '@tiptap/core'
import { plainText } from './plainText.ts'

/** Blocks that others point at, and what their id begins with when their text gives none. */
export const identified: Readonly<Record<string, string>> = {
  heading: 'section',
  proposal: 'proposal',
  optionTable: 'options',
  openQuestion: 'open-question',
  actionItem: 'action',
  anticipatedQuestions: 'questions',
}

/** A heading's text as GitHub writes it in addresses: lower case, words with hyphens between. */
export const slug = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-')
    .slice(0, 100)

/** A block as far as its id is concerned. */
export type Identified = { type: string; id: string | null; text: string }

/**
 * The ids of blocks in reading order: their own, and for those without one, or with one that an earlier block has, a new one.
 * Whoever asks gets the same answer, so co-authors who both fill a gap fill it alike. A heading gets the id GitHub would give it.
 */
export const proposeIds = (blocks: readonly Identified[]): string[] => {
  const own = new Set<string>()
  const keeps = blocks.map(({ id }) => {
    if (!id || own.has(id)) return false
    own.add(id)
    return true
  })
  const taken = new Set(own)
  const last = new Map<string, number>()
  return blocks.map(({ type, id, text }, index) => {
    if (id && keeps[index]) return id
    const wanted =
      (type === 'heading' && slug(text)) || (Object.hasOwn(identified, type) && identified[type]) || 'block'
    let proposed = wanted
    for (let number = last.get(wanted) ?? 0; taken.has(proposed); number++) {
      proposed = `${wanted}-${number + 1}`
      last.set(wanted, number + 1)
    }
    taken.add(proposed)
    return proposed
  })
}

/** The blocks of a document that have ids, in reading order. */
export const identifiedBlocks = (doc: JSONContent): JSONContent[] => {
  const found: JSONContent[] = []
  const visit = (node: JSONContent): void => {
    if (node.type !== undefined && Object.hasOwn(identified, node.type)) found.push(node)
    for (const child of node.content ?? []) visit(child)
  }
  visit(doc)
  return found
}

export const identify = (block: JSONContent): Identified => {
  const id: unknown = block.attrs?.['id']
  return {
    type: block.type ?? '',
    id: typeof id === 'string' && id !== '' ? id : null,
    text: block.type === 'heading' ? plainText(block) : '',
  }
}

/** The document with an id on every block that has one to have. */
export const withIds = (doc: JSONContent): JSONContent => {
  const blocks = identifiedBlocks(doc)
  const ids = proposeIds(blocks.map(identify))
  const idOf = new Map(blocks.map((block, index) => [block, ids[index]]))
  const fill = (node: JSONContent): JSONContent => {
    const id = idOf.get(node)
    const content = node.content ? { content: node.content.map(fill) } : {}
    return id === undefined ? { ...node, ...content } : { ...node, attrs: { ...node.attrs, id }, ...content }
  }
  return fill(doc)
}
