import { oneLine } from './quote.ts'
import type { TextDocument } from './types.ts'

/** An entry of a workspace's glossary. */
export type Term = { name: string; aliases: readonly string[]; definition: string }

/** Where a document defines a term in its own words. */
export type Definition = { name: string; definition: string; block: number; from: number; to: number }

const patterns = [
  // Service Level Objective (SLO)
  /\b((?:[A-Z][\w-]+ ){1,5}[A-Z][\w-]+) \(([A-Z][A-Z0-9]{1,7})\)/g,
  // SLO (service level objective)
  /\b([A-Z][A-Z0-9]{1,7}) \(([a-z][\w -]{5,80})\)/g,
]
const sentence =
  /^\W*(?:[Aa]n? |[Tt]he )?[`*_“"]*([A-Za-z][\w -]{1,40}?)[`*_”"]* (?:is|are|means|refers to|stands for|denotes) (?:an? |the )?([a-z][^.]{10,200})\./

/** Definitions a document gives: expanded acronyms anywhere, and sentences of the form “A cold page is …” under a heading on terms. */
export function definitionsOf({ blocks }: TextDocument): Definition[] {
  let onTerms = false
  return blocks.flatMap((block, index) => {
    const { kind, text } = block
    if (kind === 'heading') onTerms = /\b(?:glossary|definitions?|terminology|terms|concepts)\b/i.test(text)
    if (kind === 'code' || kind === 'matter' || kind === 'guidance' || kind === 'heading') return []
    const [longFirst, shortFirst] = patterns
    const found: Definition[] = []
    const add = (name: string, definition: string, from: number, length: number) =>
      found.push({
        name: oneLine(name),
        definition: oneLine(definition),
        block: index,
        from,
        to: from + length,
      })
    for (const match of text.matchAll(longFirst ?? /$^/g)) {
      const [whole, words = '', letters = ''] = match
      const long = expansion(words, letters)
      if (long) add(letters, long, match.index, whole.length)
    }
    for (const match of text.matchAll(shortFirst ?? /$^/g)) {
      if (expansion(match[2] ?? '', match[1] ?? ''))
        add(match[1] ?? '', match[2] ?? '', match.index, match[0].length)
    }
    const said = onTerms ? sentence.exec(text.slice(0, 1_000)) : null
    if (said) add(said[1] ?? '', said[2] ?? '', said.index, said[0].length)
    return found
  })
}

/** The last words whose initials are the letters, or null. */
function expansion(words: string, letters: string): string | null {
  const all = words.trim().split(/\s+/)
  for (let from = all.length - 1; from >= 0; from--) {
    const initials = all
      .slice(from)
      .flatMap(word => word.split('-'))
      .filter(word => !/^(?:of|and|the|for|in|to)$/.test(word))
    if (
      initials.map(word => word.charAt(0).toUpperCase()).join('') === letters.replace(/\d/g, '').toUpperCase()
    )
      return all.slice(from).join(' ')
  }
  return null
}

export type Conflict = { name: string; definitions: readonly { document: string; definition: string }[] }

/** Terms that documents define in different words; `documents` maps a document's id to its definitions. */
export function conflictsBetween(documents: ReadonlyMap<string, readonly Definition[]>): Conflict[] {
  const byName = new Map<string, { document: string; definition: string; plain: string }[]>()
  for (const [document, definitions] of documents) {
    for (const { name, definition } of definitions) {
      const key = name.toLowerCase()
      byName.set(key, [
        ...(byName.get(key) ?? []),
        { document, definition, plain: definition.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ') },
      ])
    }
  }
  return [...byName].flatMap(([name, entries]) => {
    if (new Set(entries.map(({ plain }) => plain)).size < 2) return []
    return [{ name, definitions: entries.map(({ document, definition }) => ({ document, definition })) }]
  })
}

/** First use of each glossary term in a document, for showing its definition there. Code and headings do not count. */
export function firstUses(
  { blocks }: TextDocument,
  terms: readonly Term[],
): { term: string; block: number; from: number; to: number }[] {
  const waiting = new Map(
    terms.flatMap(({ name, aliases }) => [name, ...aliases].map(word => [word.toLowerCase(), name] as const)),
  )
  const longest = Math.max(0, ...[...waiting.keys()].map(word => word.split(/\s+/).length))
  const found = new Map<string, { term: string; block: number; from: number; to: number }>()
  for (const [block, { kind, text, marks }] of blocks.entries()) {
    if (kind === 'code' || kind === 'matter' || kind === 'guidance' || kind === 'heading') continue
    const words = [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)]
    for (const [at, first] of words.entries()) {
      for (let length = Math.min(longest, words.length - at); length > 0; length--) {
        const last = words[at + length - 1]
        const to = last ? last.index + last[0].length : first.index
        const term = waiting.get(oneLine(text.slice(first.index, to)).toLowerCase())
        const inCode = marks.some(
          mark => mark.kind === 'code' && mark.from <= first.index && first.index < mark.to,
        )
        if (term === undefined || found.has(term) || inCode) continue
        found.set(term, { term, block, from: first.index, to })
      }
    }
  }
  return [...found.values()]
}
