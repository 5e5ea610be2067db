import type { JSONContent } from '@tiptap/core'

/** Blocks from a heading to the next one, by index; the first may have no heading. */
export type Range = { id: string; from: number; to: number }

/** Cuts the blocks of a document at its headings. */
export const rangesOf = (blocks: readonly JSONContent[]): Range[] => {
  const ranges: Range[] = []
  blocks.forEach((block, index) => {
    const last = ranges.at(-1)
    if (block.type === 'heading')
      ranges.push({ id: String(block.attrs?.['id'] ?? ''), from: index, to: index + 1 })
    else if (last) last.to = index + 1
    else ranges.push({ id: '', from: 0, to: 1 })
  })
  return ranges
}

/**
 * The sections that kept their order among each other, by id: the longest run of those that both versions have. All others that
 * both have were moved; so few sections as possible count as moved.
 */
export const inOrder = (before: readonly Range[], after: readonly Range[]): Set<string> => {
  const place = new Map(before.map(({ id }, index) => [id, index]))
  const shared = after.flatMap(({ id }) => {
    const at = place.get(id)
    return at === undefined ? [] : [{ id, at }]
  })
  // Longest increasing subsequence: best[i] is the length of the longest that ends with i, via the one before it.
  const best: { length: number; via: number }[] = []
  shared.forEach(({ at }) => {
    let [length, via] = [1, -1]
    best.forEach((other, earlier) => {
      if ((shared[earlier]?.at ?? 0) < at && other.length >= length) {
        length = other.length + 1
        via = earlier
      }
    })
    best.push({ length, via })
  })
  const longest = Math.max(0, ...best.map(({ length }) => length))
  const kept = new Set<string>()
  for (
    let index = best.findIndex(({ length }) => length === longest);
    index >= 0;
    index = best[index]?.via ?? -1
  ) {
    const id = shared[index]?.id
    if (id !== undefined) kept.add(id)
  }
  return kept
}
