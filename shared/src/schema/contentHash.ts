import type { JSONContent } from '@tiptap/core'
import { hash, hex } from '../forecast/hash.ts'
import { canonical } from './canonical.ts'

/** Not part of what a reader reads. */
const unread = new Set(['id', 'colwidth'])

/** 16 hexadecimal digits that differ when what is read differs: words, marks, targets, structure. Equal on every machine. */
export const contentHash = (nodes: readonly JSONContent[]): string => {
  const text = nodes.map(node => spell(canonical(node))).join('')
  return hex(hash(text)) + hex(hash(text, 0x9747b28c))
}

const spell = (node: JSONContent): string => {
  const attrs = Object.entries(node.attrs ?? {})
    .filter(([name, value]) => !unread.has(name) && value !== null)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const marks = (node.marks ?? []).map(({ type, attrs: own = {} }) => [type, own])
  const head = JSON.stringify([node.type, attrs, marks, node.text ?? ''])
  return `${head}(${(node.content ?? []).map(spell).join('')})`
}
