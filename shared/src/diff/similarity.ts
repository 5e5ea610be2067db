import type { JSONContent } from '@tiptap/core'
import { plainText } from '../schema/plainText.ts'

const bags = new WeakMap<JSONContent, Map<string, number>>()

const bagOf = (node: JSONContent): Map<string, number> => {
  const known = bags.get(node)
  if (known) return known
  const bag = new Map<string, number>()
  for (const word of plainText(node).match(/[\p{L}\p{N}]+/gu) ?? []) bag.set(word, (bag.get(word) ?? 0) + 1)
  bags.set(node, bag)
  return bag
}

/** How much two blocks have in common, from 0 to 1: the share of their words that both have (Dice). */
export const similarity = (a: JSONContent, b: JSONContent): number => {
  const [first, second] = [bagOf(a), bagOf(b)]
  let [shared, total] = [0, 0]
  for (const [word, count] of first) {
    shared += Math.min(count, second.get(word) ?? 0)
    total += count
  }
  for (const count of second.values()) total += count
  return total === 0 ? 1 : (2 * shared) / total
}
