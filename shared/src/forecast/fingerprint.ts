import { hash, hex } from './hash.ts'
import { plainHeading } from './sections.ts'
import { isWordUnit } from './sentences.ts'

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
      id: hex(hash(ordinal(`${place}${wordHash(matched)}|${wordHash(sentence)}`))),
      looseId: hex(hash(ordinal(`~${place}${loose}`))),
    }
  }
}

/** A hash of the letters and digits alone, so that wrapping, markup and capitals do not matter. */
function wordHash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (isWordUnit(unit)) value = Math.imul(value ^ (unit >= 65 && unit <= 90 ? unit + 32 : unit), 0x01000193)
  }
  return value >>> 0
}
