import { beside } from '../sections.ts'
import type { Hit, Resolve } from './resolve.ts'

/** Headings with nothing under them, neither text nor a subsection. Lists of links and history may well be empty. */
export const sectionEmpty: Resolve<'sectionEmpty'> = ({ facts, outline }) =>
  outline.sections.flatMap(section => {
    if (section.block < 0 || section.isTitle || section.totalFilled > 0 || section.children > 0) return []
    if (beside.has(section.role) || isLabel(section)) return []
    const length = facts[section.block]?.block.text.length ?? 0
    return [{ block: section.block, from: 0, to: length, absent: true, values: {} } satisfies Hit]
  })

/** A first heading is the title even when others share its level; sentences and addresses are no headings of sections. */
function isLabel({ index, heading, block }: { index: number; heading: string; block: number }): boolean {
  return (index === 1 && block === 0) || heading.length > 60 || heading.includes('://')
}
