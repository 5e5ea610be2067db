import { hash, hex } from './hash.ts'
import { plainHeading } from './sections.ts'

/** What tells one finding from another wherever it stands. */
export type Mark = { rule: string; section: string; matched: string; sentence: string }

/**
 * Gives fingerprints: an exact one (rule, section, matched text, sentence) and a looser one (rule, section, first words of
 * the matched text) for when the sentence was edited. Neither knows of anything outside the section, so edits elsewhere
 * leave both alone; the ordinal tells equal ones apart.
 */
export function createFingerprints(): (mark: Mark) => { id: string; looseId: string } {
  const seen = new Map<string, number>()
  const ordinal = (key: string) => {
    const count = seen.get(key) ?? 0
    seen.set(key, count + 1)
    return `${key}|${count}`
  }
  return ({ rule, section, matched, sentence }) => {
    const place = `${rule}|${plainHeading(section)}|`
    const loose = plainHeading(matched).split(' ').slice(0, 6).join(' ')
    return {
      id: hex(hash(ordinal(`${place}${plainHeading(matched)}|${plainHeading(sentence)}`))),
      looseId: hex(hash(ordinal(`~${place}${loose}`))),
    }
  }
}
