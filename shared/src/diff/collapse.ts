import type { BlockDiff, DocumentDiff } from './types.ts'

/** Lines of a comparison to show, or a number of unchanged blocks that can be folded away. */
export type Shown = { kind: 'shown'; blocks: BlockDiff[] } | { kind: 'unchanged'; blocks: BlockDiff[] }

/** How many places differ, as a reader counts them: neighbouring changes are one. */
export const countChanges = ({ blocks }: DocumentDiff): number =>
  blocks.filter((one, index) => one.kind !== 'same' && (index === 0 || blocks[index - 1]?.kind === 'same'))
    .length

/**
 * Folds unchanged stretches away, keeping `around` blocks next to each change: with it a long document with many changes shows
 * only what changed and enough to see where. A single block is never folded, since its place would be as large.
 */
export const collapse = ({ blocks }: DocumentDiff, around = 1): Shown[] => {
  const near = blocks.map(() => false)
  blocks.forEach((one, index) => {
    if (one.kind === 'same') return
    for (let at = index - around; at <= index + around; at++) if (at >= 0 && at < near.length) near[at] = true
  })
  const shown: Shown[] = []
  blocks.forEach((one, index) => {
    const lonely = near[index - 1] !== false && near[index + 1] !== false
    const kind = near[index] || lonely ? 'shown' : 'unchanged'
    const last = shown.at(-1)
    if (last?.kind === kind) last.blocks.push(one)
    else shown.push({ kind, blocks: [one] })
  })
  return shown
}
