import type { JSONContent } from '@tiptap/core'
import { canonical } from '../schema/canonical.ts'
import type { BlockChange, BlockDiff, DocumentDiff, TextPart } from './types.ts'

/** Makes the version after from the version before. Throws when the difference was made from another version. */
export const apply = ({ blocks }: DocumentDiff, before: JSONContent): JSONContent => {
  const content = applyBlocks(blocks, canonical(before).content ?? [])
  return canonical({ type: 'doc', content })
}

const applyBlocks = (diffs: readonly BlockDiff[], before: readonly JSONContent[]): JSONContent[] => {
  const old = (from: number): JSONContent => {
    const block = before[from]
    if (!block) throw new Error(`The difference names block ${from}, and there are ${before.length}.`)
    return block
  }
  return diffs.flatMap((one): JSONContent[] => {
    switch (one.kind) {
      case 'same':
        return [old(one.from)]
      case 'changed':
        return [applyChange(one.change, old(one.from))]
      case 'moved':
        return [one.change ? applyChange(one.change, old(one.from)) : old(one.from)]
      case 'added':
        return [one.block]
      case 'removed':
      case 'movedAway':
        return []
      default:
        return one satisfies never
    }
  })
}

const applyChange = ({ type, attrs, text, children }: BlockChange, before: JSONContent): JSONContent => {
  const old = before.content ?? []
  const content = text ? applyText(text, old) : children ? applyBlocks(children, old) : old
  return { ...before, type: type ?? before.type ?? '', ...(attrs ? { attrs } : {}), content }
}

const applyText = (parts: readonly TextPart[], before: readonly JSONContent[]): JSONContent[] => {
  let at = 0
  return parts.flatMap(part => {
    if (part.kind === 'added') return part.nodes
    const from = at
    at += part.length
    if (part.kind === 'removed') return []
    return part.kind === 'formatted' ? part.nodes : sliceInline(before, from, at)
  })
}

/** The inline content between two offsets; text counts its UTF-16 units, anything else one. */
export const sliceInline = (content: readonly JSONContent[], from: number, to: number): JSONContent[] => {
  let start = 0
  return content.flatMap(node => {
    const length = node.type === 'text' ? (node.text?.length ?? 0) : 1
    const [first, last] = [Math.max(0, from - start), Math.min(length, to - start)]
    start += length
    if (first >= last) return []
    return [node.type === 'text' ? { ...node, text: (node.text ?? '').slice(first, last) } : node]
  })
}
