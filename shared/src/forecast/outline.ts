import type { BlockFacts } from './facts.ts'
import type { SectionRole } from './sections.ts'

/** A heading and the blocks under it, up to the next heading of any level. */
export type Section = {
  index: number
  heading: string
  /** The heading in the form used for comparing. */
  plain: string
  path: readonly string[]
  /** Block number of the heading, -1 for the text before the first one. */
  block: number
  level: number
  parent: number
  /** Own blocks, heading excluded: `from` ≤ block < `to`. */
  from: number
  to: number
  /** Its own role or, when that is 'other', the nearest one above it that has one. */
  role: SectionRole
  /** Words of its own text, and with everything below it. */
  words: number
  totalWords: number
  /** Own blocks that show something: text, code, tables, images. */
  filled: number
  totalFilled: number
  children: number
  isTitle: boolean
}

export type Outline = { sections: readonly Section[]; sectionOf: readonly number[]; words: number }

/** The tree of sections. Section 0 is the text before the first heading and always exists. */
export function outlineOf(facts: readonly BlockFacts[]): Outline {
  const sections: Section[] = [open(0, '', '', [], -1, 0, -1, 0, 'other')]
  const sectionOf: number[] = []
  const above: Section[] = []
  // A document with one heading of the first level, before all others, has its title there.
  const headings = facts.filter(fact => fact.block.kind === 'heading')
  const top = headings.filter(fact => fact.block.level === 1)
  const title = top.length === 1 ? headings[0] : undefined
  let current = sections[0]
  let words = 0
  for (const [block, fact] of facts.entries()) {
    if (fact.block.kind === 'heading') {
      while ((above.at(-1)?.level ?? -1) >= fact.block.level) above.pop()
      const parent = above.at(-1)
      const role = fact.role !== 'other' || parent?.isTitle ? fact.role : (parent?.role ?? 'other')
      const path = [...(parent && !parent.isTitle ? parent.path : []), fact.heading]
      current = open(
        sections.length,
        fact.heading,
        fact.plain,
        path,
        block,
        fact.block.level,
        parent?.index ?? -1,
        block + 1,
        role,
      )
      current.isTitle = fact === title && fact.block.level === 1
      if (parent) parent.children += 1
      above.push(current)
      sections.push(current)
    } else if (current) {
      current.to = block + 1
      if (fact.block.kind !== 'matter' && fact.block.kind !== 'guidance') {
        words += fact.words
        current.words += fact.words
        if (fact.words > 0 || /\S/.test(fact.block.text)) current.filled += 1
      }
    }
    sectionOf.push(current?.index ?? 0)
  }
  for (const section of sections.toReversed()) {
    section.totalWords += section.words
    section.totalFilled += section.filled
    const parent = sections[section.parent]
    if (!parent) continue
    parent.totalWords += section.totalWords
    parent.totalFilled += section.totalFilled
  }
  return { sections, sectionOf, words }
}

function open(
  index: number,
  heading: string,
  plain: string,
  path: readonly string[],
  block: number,
  level: number,
  parent: number,
  from: number,
  role: SectionRole,
): Section {
  return {
    index,
    heading,
    plain,
    path,
    block,
    level,
    parent,
    from,
    to: from,
    role,
    words: 0,
    totalWords: 0,
    filled: 0,
    totalFilled: 0,
    children: 0,
    isTitle: false,
  }
}
