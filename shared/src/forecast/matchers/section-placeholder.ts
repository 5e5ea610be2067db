import { beside } from '../sections.ts'
import type { Candidate, Prose } from './candidates.ts'
import type { Hit, Resolve } from './resolve.ts'

const placeholder =
  /^\W*(?:tb[dca]|to ?do|fixme|xxx+|wip|placeholder|coming soon|to be (?:added|announced|completed|continued|decided|defined|determined|discussed|done|filled(?: in)?|provided|written)|(?:will|to) (?:be )?(?:fill(?:ed)?(?: in)?|add(?:ed)?|write|written)(?: this)?(?: later)?|fill (?:me|this) in|lorem ipsum.*|…|\.\.\.)\W*$/i

/** A block that says only that something is still to be written. */
export function findPlaceholder({ block, prose }: Prose): Candidate[] {
  if (block.kind === 'heading' || prose.length > 200 || !placeholder.test(prose)) return []
  const from = prose.search(/\S/)
  return [{ kind: 'sectionPlaceholder', from, to: prose.trimEnd().length, key: 0, value: 0 }]
}

/** Sections whose whole text, subsections included, is a placeholder. */
export const sectionPlaceholder: Resolve<'sectionPlaceholder'> = ({ facts, outline }) =>
  outline.sections.flatMap(section => {
    if (section.totalFilled !== 1 || section.filled !== 1 || beside.has(section.role)) return []
    for (let block = section.from; block < section.to; block++) {
      const found = facts[block]?.candidates.find(({ kind }) => kind === 'sectionPlaceholder')
      if (found) return [{ block, from: found.from, to: found.to, values: {} } satisfies Hit]
    }
    return []
  })
