import type { JSONContent } from '@tiptap/core'
import { canonical } from '../schema/canonical.ts'
import { plainText } from '../schema/plainText.ts'
import { changeOf, diffBlocks, keyOf, listed } from './blocks.ts'
import { inOrder, type Range, rangesOf } from './sections.ts'
import type { BlockDiff, DocumentDiff } from './types.ts'

/**
 * Compares two versions of a document. Sections are matched by the ids of their headings, so one that moved, or whose heading
 * was renamed, is compared with itself; within a section blocks are compared, and within blocks words. `apply` turns the
 * version before into the version after. Both are taken in canonical form.
 */
export const diff = (before: JSONContent, after: JSONContent): DocumentDiff => {
  const [old, now] = [canonical(before).content ?? [], canonical(after).content ?? []]
  const [oldRanges, nowRanges] = [rangesOf(old), rangesOf(now)]
  const oldById = new Map(oldRanges.map(range => [range.id, range]))
  const nowIds = new Set(nowRanges.map(range => range.id))
  const kept = inOrder(oldRanges, nowRanges)
  const isUnique =
    new Set(oldRanges.map(range => range.id)).size === oldRanges.length && nowIds.size === nowRanges.length
  if (!isUnique) return { blocks: withMoves(diffBlocks(listed(old), now), now) }

  const blocks: BlockDiff[] = []
  let shown = 0
  // Sections that are gone, or went elsewhere, are shown where they stood.
  const showUpTo = (place: number): void => {
    for (const range of oldRanges.slice(shown, place)) {
      if (nowIds.has(range.id) && kept.has(range.id)) continue
      for (let from = range.from; from < range.to; from++) {
        const block = old[from]
        if (block && !nowIds.has(range.id)) blocks.push({ kind: 'removed', from, block })
      }
      if (nowIds.has(range.id))
        blocks.push({ kind: 'movedAway', from: range.from, to: placeOf(nowRanges, range.id) })
    }
    shown = Math.max(shown, place)
  }
  for (const range of nowRanges) {
    const content = now.slice(range.from, range.to)
    const was = oldById.get(range.id)
    if (!was) {
      for (const block of content) blocks.push({ kind: 'added', block })
      continue
    }
    if (kept.has(range.id)) showUpTo(oldRanges.indexOf(was))
    const inside = diffBlocks(listed(old).slice(was.from, was.to), content)
    for (const one of inside) blocks.push(kept.has(range.id) ? one : asMoved(one))
  }
  showUpTo(oldRanges.length)
  return { blocks: withMoves(blocks, now) }
}

const placeOf = (ranges: readonly Range[], id: string): number =>
  ranges.find(range => range.id === id)?.from ?? 0

const asMoved = (block: BlockDiff): BlockDiff => {
  if (block.kind === 'same') return { kind: 'moved', from: block.from }
  return block.kind === 'changed' ? { kind: 'moved', from: block.from, change: block.change } : block
}

/** A block of some length that was removed in one place and added, unchanged, in another has moved. */
const withMoves = (blocks: readonly BlockDiff[], now: readonly JSONContent[]): BlockDiff[] => {
  const removed = new Map<string, number[]>()
  for (const one of blocks)
    if (one.kind === 'removed' && isTelling(one.block))
      removed.set(keyOf(one.block), [...(removed.get(keyOf(one.block)) ?? []), one.from])
  const movedTo = new Map<number, number>()
  let to = -1
  const placed = blocks.map((one): BlockDiff => {
    if (one.kind !== 'removed' && one.kind !== 'movedAway') to++
    if (one.kind !== 'added') return one
    const from = removed.get(keyOf(one.block))?.shift()
    if (from === undefined || changeOf(one.block, now[to] ?? {})) return one
    movedTo.set(from, to)
    return { kind: 'moved', from }
  })
  return placed.map(one => {
    const target = one.kind === 'removed' ? movedTo.get(one.from) : undefined
    return one.kind === 'removed' && target !== undefined
      ? { kind: 'movedAway', from: one.from, to: target }
      : one
  })
}

const isTelling = (block: JSONContent): boolean => plainText(block).length >= 20
