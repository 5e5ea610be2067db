import { z } from 'zod'
import { Id, SpaceId } from './people.ts'

/** What a section is for. An edit of a summary, proposal or decision section concerns every approver. */
export const parts = ['summary', 'proposal', 'decision', 'other'] as const

export const Section = z.object({
  sectionId: Id,
  title: z.string(),
  /** Of the section's own text, as derived by the schema. Equal text has an equal hash. */
  hash: z.string().min(1),
  part: z.enum(parts),
  /** Spaces whose owners answer for this section. */
  domains: z.array(SpaceId),
})
export type Section = z.infer<typeof Section>

/** A section that an edit added, changed or took away, with what it was for on either side of the edit. */
export const ChangedSection = Section.pick({ sectionId: true, domains: true }).extend({
  core: z.boolean(),
  /** Hash on either side; null where the section did not exist. */
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type ChangedSection = z.infer<typeof ChangedSection>

/** The sections in which two versions differ, by hash, purpose or domain. */
export function changedSections(before: readonly Section[], after: readonly Section[]): ChangedSection[] {
  const old = new Map(before.map(section => [section.sectionId, section]))
  const now = new Map(after.map(section => [section.sectionId, section]))
  return [...new Set([...old.keys(), ...now.keys()])].flatMap(sectionId => {
    const [first, second] = [old.get(sectionId), now.get(sectionId)]
    if (first && second && fingerprint(first) === fingerprint(second)) return []
    const sides = [first, second].filter(section => section !== undefined)
    return [
      {
        sectionId,
        domains: [...new Set(sides.flatMap(section => section.domains))],
        core: sides.some(section => section.part !== 'other'),
        before: first?.hash ?? null,
        after: second?.hash ?? null,
      },
    ]
  })
}

function fingerprint({ hash, part, domains }: Section): string {
  return JSON.stringify([hash, part, [...domains].sort()])
}
