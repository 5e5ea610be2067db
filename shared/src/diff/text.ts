import type { JSONContent } from '@tiptap/core'
import { diffArrays } from 'diff'
import { isWord, sameMarks, type Token, tokensOf } from './tokens.ts'
import type { TextPart } from './types.ts'

/** A stretch of tokens: kept on both sides, or replaced by other ones. */
type Stretch = { same: boolean; before: Token[]; after: Token[] }

/** Past this many edits two texts have nothing to do with each other, and finding the shortest way takes long. */
const mostEdits = 2000

/**
 * Compares inline content word by word. Words between two changes that are too few to read by themselves belong to the change:
 * a sentence that was rewritten reads as one removal and one addition rather than as a sieve.
 */
export const diffText = (before: readonly JSONContent[], after: readonly JSONContent[]): TextPart[] => {
  const [old, now] = [tokensOf(before), tokensOf(after)]
  return partsOf(readable(stretches(old, now)))
}

const stretches = (old: Token[], now: Token[]): Stretch[] => {
  const found = diffArrays(
    old.map(token => token.key),
    now.map(token => token.key),
    { maxEditLength: mostEdits },
  )
  if (!found) return [{ same: false, before: old, after: now }]
  let [at, to] = [0, 0]
  const result: Stretch[] = []
  for (const { added, removed, count } of found) {
    const last = result.at(-1)
    const changes: Stretch = last && !last.same ? last : { same: false, before: [], after: [] }
    if (added) changes.after.push(...now.slice(to, to + count))
    else if (removed) changes.before.push(...old.slice(at, at + count))
    else result.push({ same: true, before: old.slice(at, at + count), after: now.slice(to, to + count) })
    if ((added || removed) && changes !== last) result.push(changes)
    if (!added) at += count
    if (!removed) to += count
  }
  return result
}

/** Joins changes that only a word or two, or nothing but signs and spaces, stand between. */
const readable = (all: readonly Stretch[]): Stretch[] => {
  const joined: Stretch[] = []
  all.forEach((stretch, index) => {
    const last = joined.at(-1)
    const between = stretch.same && last && !last.same && index < all.length - 1
    const words = stretch.before.filter(isWord).length
    const next = all[index + 1]
    const around = (last?.before.filter(isWord).length ?? 0) + (next?.before.filter(isWord).length ?? 0)
    const isSliver =
      between && (words === 0 || (words <= 2 && words < around / 2)) && stretch.before.length < 6
    if (last && !last.same && (isSliver || !stretch.same)) {
      last.before.push(...stretch.before)
      last.after.push(...stretch.after)
    } else joined.push({ ...stretch, before: [...stretch.before], after: [...stretch.after] })
  })
  return joined
}

const partsOf = (all: readonly Stretch[]): TextPart[] =>
  all.flatMap(({ same, before, after }): TextPart[] => {
    if (same) return keptParts(before, after)
    const removed: TextPart[] =
      before.length > 0 ? [{ kind: 'removed', length: lengthOf(before), nodes: nodesOf(before) }] : []
    const added: TextPart[] = after.length > 0 ? [{ kind: 'added', nodes: nodesOf(after) }] : []
    return [...removed, ...added]
  })

/** Kept words, cut where their marks begin or cease to differ. */
const keptParts = (before: readonly Token[], after: readonly Token[]): TextPart[] => {
  const parts: TextPart[] = []
  before.forEach((token, index) => {
    const now = after[index] ?? token
    const kind = sameMarks(token, now) ? 'same' : 'formatted'
    const last = parts.at(-1)
    if (kind === 'same') {
      if (last?.kind === 'same') last.length += token.length
      else parts.push({ kind, length: token.length })
    } else if (last?.kind === 'formatted') {
      last.length += token.length
      last.nodes.push(now.node)
    } else parts.push({ kind, length: token.length, nodes: [now.node] })
  })
  return parts
}

const lengthOf = (tokens: readonly Token[]): number => tokens.reduce((sum, token) => sum + token.length, 0)

/** Tokens as nodes again, those with equal marks joined. */
const nodesOf = (tokens: readonly Token[]): JSONContent[] => {
  const nodes: JSONContent[] = []
  for (const { node } of tokens) {
    const last = nodes.at(-1)
    const joins =
      node.type === 'text' &&
      last?.type === 'text' &&
      JSON.stringify(last.marks) === JSON.stringify(node.marks)
    if (joins && last) nodes[nodes.length - 1] = { ...last, text: (last.text ?? '') + (node.text ?? '') }
    else nodes.push(node)
  }
  return nodes
}
