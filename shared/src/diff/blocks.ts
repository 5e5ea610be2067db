import type { JSONContent } from '@tiptap/core'
import { diffArrays } from 'diff'
import { schema } from '../schema/schema.ts'
import { similarity } from './similarity.ts'
import { diffText } from './text.ts'
import type { BlockChange, BlockDiff } from './types.ts'

/** Below this share of common words a block is another block rather than a changed one. */
const alike = 0.4

/** Past this many blocks that differ, looking for the shortest way between two versions takes too long. */
const mostEdits = 4000

/** How many old blocks are looked at for one that a new block may have come from. */
const farthest = 40

const keys = new WeakMap<JSONContent, string>()

/** Equal for equal blocks. */
export const keyOf = (node: JSONContent): string => {
  const known = keys.get(node) ?? JSON.stringify(node)
  keys.set(node, known)
  return known
}

type Listed = { node: JSONContent; index: number }

/**
 * Compares blocks in a row: equal ones first, and between those the ones that resemble each other. `inside` says that they are all
 * that a block holds.
 */
export const diffBlocks = (
  before: readonly Listed[],
  after: readonly JSONContent[],
  { inside = false } = {},
): BlockDiff[] => {
  const found = diffArrays(
    before.map(({ node }) => keyOf(node)),
    after.map(keyOf),
    { maxEditLength: mostEdits },
  ) ?? [
    { removed: true, added: false, count: before.length },
    { removed: false, added: true, count: after.length },
  ]
  const result: BlockDiff[] = []
  let [at, to] = [0, 0]
  let removed: Listed[] = []
  let added: JSONContent[] = []
  const flush = (): void => {
    result.push(...pairUp(removed, added, inside && before.length === 1 && after.length === 1))
    removed = []
    added = []
  }
  for (const part of found) {
    if (part.added) added = after.slice(to, to + part.count)
    else if (part.removed) removed = before.slice(at, at + part.count)
    else {
      flush()
      for (const { index } of before.slice(at, at + part.count)) result.push({ kind: 'same', from: index })
    }
    if (!part.added) at += part.count
    if (!part.removed) to += part.count
  }
  flush()
  return result
}

/** Finds for each new block the next old one it may have come from; order is kept, so nothing crosses. */
const pairUp = (removed: readonly Listed[], added: readonly JSONContent[], alone: boolean): BlockDiff[] => {
  const result: BlockDiff[] = []
  // Cells and rows keep their place in a table even when all their words change, and so does the one paragraph of a cell.
  const byPlace =
    removed.length === added.length &&
    (alone
      ? added.length === 1 && added[0]?.type === removed[0]?.node.type
      : added.every((node, index) => isPlaced(node, removed[index]?.node)))
  let next = 0
  let unmatched: JSONContent[] = []
  const upTo = (end: number): void => {
    for (const { node, index } of removed.slice(next, end))
      result.push({ kind: 'removed', from: index, block: node })
    for (const block of unmatched) result.push({ kind: 'added', block })
    unmatched = []
  }
  for (const block of added) {
    const match = removed
      .slice(next, next + farthest)
      .findIndex(({ node }) => byPlace || resembles(node, block))
    const old = match < 0 ? undefined : removed[next + match]
    if (old) {
      upTo(next + match)
      result.push(changed(old, block))
      next += match + 1
    } else unmatched.push(block)
  }
  upTo(removed.length)
  return result
}

/** Parts that a block has in a fixed order, such as a row's cells or a proposal's question, stay the same part; items of lists do not. */
const isPlaced = (node: JSONContent, other: JSONContent | undefined): boolean => {
  const type = schema.nodes[node.type ?? '']
  if (!type || node.type !== other?.type) return false
  return !type.isInGroup('block') && !type.isInline && node.type !== 'listItem' && node.type !== 'taskItem'
}

const resembles = (before: JSONContent, after: JSONContent): boolean => {
  if (before.type !== after.type && !(isTextBlock(before) && isTextBlock(after))) return false
  if (before.type === 'heading' && after.type === 'heading' && before.attrs?.['id'] === after.attrs?.['id'])
    return true
  if (isLeaf(after)) return before.type === after.type
  return similarity(before, after) >= alike
}

const isTextBlock = (node: JSONContent): boolean => schema.nodes[node.type ?? '']?.isTextblock ?? false
const isLeaf = (node: JSONContent): boolean => schema.nodes[node.type ?? '']?.isLeaf ?? false

const changed = ({ node, index }: Listed, after: JSONContent): BlockDiff => {
  const change = changeOf(node, after)
  return change ? { kind: 'changed', from: index, change } : { kind: 'same', from: index }
}

/** How one block becomes another, or null when they are equal. */
export const changeOf = (before: JSONContent, after: JSONContent): BlockChange | null => {
  if (keyOf(before) === keyOf(after)) return null
  const change: BlockChange = {}
  if (before.type !== after.type && after.type !== undefined) change.type = after.type
  if (JSON.stringify(before.attrs) !== JSON.stringify(after.attrs)) change.attrs = after.attrs ?? {}
  const [old, now] = [before.content ?? [], after.content ?? []]
  if (JSON.stringify(old) === JSON.stringify(now)) return change
  if (isTextBlock(after)) change.text = diffText(old, now)
  else change.children = diffBlocks(listed(old), now, { inside: true })
  return change
}

export const listed = (nodes: readonly JSONContent[]): Listed[] =>
  nodes.map((node, index) => ({ node, index }))
