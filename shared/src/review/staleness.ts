import type { Edit, Verdict } from './answers.ts'
import type { Review } from './review.ts'
import type { ChangedSection } from './sections.ts'

/** True when an edit can make approvals stale: it was not marked editorial, or an approver contested the mark. */
export function counts(edit: Edit): boolean {
  return !edit.editorial || edit.contested !== null
}

/**
 * True when the document has changed, since the version a verdict answered, in a way its giver has to look at. A section
 * edited and brought back to what was read is unchanged.
 */
export function isStale(review: Review, verdict: Verdict): boolean {
  return staleSections(review, verdict).length > 0
}

/** The sections that make a verdict stale under the policy's rule. */
export function staleSections(review: Review, verdict: Verdict): string[] {
  const { staleness } = review.policy
  if (staleness === 'none') return []
  const changed = changedSince(review, verdict)
  const concerning =
    staleness === 'document'
      ? changed
      : changed.filter(
          ({ core, domains }) => core || domains.some(domain => verdict.domains.includes(domain)),
        )
  return [...new Set(concerning.map(({ sectionId }) => sectionId))]
}

function changedSince(review: Review, verdict: Verdict): ChangedSection[] {
  const hashes = new Map(review.sections.map(({ sectionId, hash }) => [sectionId, hash]))
  return Object.values(review.edits)
    .filter(edit => edit.version > verdict.version && counts(edit))
    .flatMap(edit => edit.changed)
    .filter(({ sectionId }) => hashes.get(sectionId) !== verdict.hashes[sectionId])
}

/** The hash of every section as it was in a version, found by undoing the edits since. */
export function hashesAt(review: Review, version: number): Record<string, string> {
  const hashes = new Map(review.sections.map(({ sectionId, hash }) => [sectionId, hash]))
  const undone = Object.values(review.edits).filter(edit => edit.version > version)
  for (const edit of undone.sort((a, b) => b.version - a.version)) {
    for (const { sectionId, before } of edit.changed) {
      if (before === null) hashes.delete(sectionId)
      else hashes.set(sectionId, before)
    }
  }
  return Object.fromEntries(hashes)
}
