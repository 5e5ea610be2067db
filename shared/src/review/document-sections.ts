import type { JSONContent } from '@tiptap/core'
import { sections } from '../schema/sections.ts'
import { Id } from './people.ts'
import type { Section } from './sections.ts'

/** A space as far as sections name it. */
export type NamedSpace = { spaceId: string; name: string; prefix: string }

const purposes: readonly [RegExp, Section['part']][] = [
  [/^(summary|abstract|overview|tl;?dr|what we need to agree on)\b/i, 'summary'],
  [/^(proposals?|proposed|design|solution|approach|recommendation)\b/i, 'proposal'],
  [/^(decisions?|decision outcome|outcome)\b/i, 'decision'],
]

/**
 * The sections of a document as its review sees them. What a section is for is told by its heading, or by one above it; the
 * owners of a touched space answer for the sections whose heading, or one above it, names the space or its prefix.
 */
export function documentSections(doc: JSONContent, touched: readonly NamedSpace[]): Section[] {
  return sections(doc).map(({ id, heading, path, hash }) => ({
    sectionId: keyOf(id),
    title: heading,
    hash,
    part: path.map(partOf).findLast(part => part !== 'other') ?? 'other',
    domains: touched.filter(space => path.some(title => names(title, space))).map(({ spaceId }) => spaceId),
  }))
}

function partOf(heading: string): Section['part'] {
  const words = heading.replace(/^[\d.\s)]+/, '')
  return purposes.find(([pattern]) => pattern.test(words))?.[1] ?? 'other'
}

function names(heading: string, { name, prefix }: NamedSpace): boolean {
  const text = ` ${words(heading)} `
  return text.includes(` ${words(name)} `) || text.includes(` ${words(prefix)} `)
}

const words = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** An id as a key of hashes: not the name of what every object has, as a heading called “constructor” gives, and storable. */
function keyOf(id: string): string {
  const escaped = id.replace(/[%.$\0]/g, found => `%${found.charCodeAt(0).toString(16).padStart(2, '0')}`)
  return Id.safeParse(escaped).success ? escaped : `section ${escaped}`.slice(0, 200)
}
