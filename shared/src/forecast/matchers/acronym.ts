import { hash } from '../hash.ts'
import type { Candidate, Prose } from './candidates.ts'
import { knownAcronyms } from './known-acronyms.ts'
import type { Hit, Resolve } from './resolve.ts'

const token = /(?<![\p{L}\p{N}_$#@./:-])[A-Z][A-Z0-9]{1,5}(?=s?(?![\p{L}\p{N}_(:-]|\.\p{L}))/gu

/** Acronyms in use, and those the text expands: `Service Level Objective (SLO)`, `SLO (service level …)`, `SLO: …`. */
export function findAcronyms({ block, prose }: Prose): Candidate[] {
  if (!/[A-Z]{2}|[A-Z]\d/.test(prose)) return []
  const found: Candidate[] = []
  for (const match of prose.matchAll(token)) {
    const name = match[0]
    if (/^[A-Z]\d+$/.test(name) || knownAcronyms.has(name)) continue
    const from = match.index
    const to = from + name.length
    const value = block.kind === 'heading' || !isExpanded(prose, from, to) ? 0 : 1
    found.push({ kind: 'acronym', from, to, key: hash(name), value })
  }
  return found
}

/** Whether the words around say what the letters stand for. */
function isExpanded(prose: string, from: number, to: number): boolean {
  const before = prose.slice(Math.max(0, from - 100), from)
  const after = prose.slice(to, to + 100)
  const name = prose.slice(from, to)
  if (/^s?\s*(?:\(|[-–—:=]\s|stands for|is short for|, short for|, or )/.test(after)) return true
  if (/(?:\(|aka |a\.k\.a\. |called |abbreviated |or )["“'*\s]*$/.test(before)) {
    const initials = (before.match(/[\p{L}\p{N}]+/gu) ?? [])
      .map(word => word.charAt(0).toUpperCase())
      .join('')
    return initials.includes(name.charAt(0))
  }
  return false
}

/**
 * Acronyms never expanded anywhere in the document, at their first use in prose. One that is used once in passing is
 * left alone: a reader skips it.
 */
export const acronym: Resolve<'acronym'> = ({ facts, inProse, knownTerms }) => {
  const uses = new Map<number, { count: number; first: Hit | null }>()
  const expanded = new Set<number>(knownTerms)
  for (const [block, fact] of facts.entries()) {
    for (const { kind, from, to, key, value } of fact.candidates) {
      if (kind !== 'acronym') continue
      if (value === 1) expanded.add(key)
      const use = uses.get(key) ?? { count: 0, first: null }
      use.count += 1
      if (!use.first && fact.block.kind !== 'heading' && inProse(block)) {
        use.first = { block, from, to, values: { term: fact.prose.slice(from, to) } }
      }
      uses.set(key, use)
    }
  }
  return [...uses].flatMap(([key, { count, first }]) =>
    first && count > 1 && !expanded.has(key) ? [first] : [],
  )
}
