import type { BlockFacts } from './facts.ts'
import { hash } from './hash.ts'
import { outlineOf } from './outline.ts'
import type { Persona } from './personas.ts'
import { beside, type SectionRole } from './sections.ts'
import type { Finding, Span } from './types.ts'

/** What each reader comes for; a section of another role that raises no question of theirs can be skipped. */
const comesFor: Readonly<Record<Persona, readonly SectionRole[]>> = {
  newcomer: ['motivation', 'summary', 'background', 'goals', 'examples', 'teaching', 'design'],
  peer: [
    'summary',
    'motivation',
    'design',
    'api',
    'alternatives',
    'testing',
    'drawbacks',
    'unresolved',
    'performance',
  ],
  domainOwner: [
    'summary',
    'motivation',
    'goals',
    'nonGoals',
    'design',
    'alternatives',
    'drawbacks',
    'migration',
    'unresolved',
  ],
  apiConsumer: ['summary', 'api', 'examples', 'migration', 'design', 'timeline', 'teaching'],
  sre: ['summary', 'rollout', 'operations', 'performance', 'migration', 'testing', 'drawbacks', 'design'],
  security: ['summary', 'security', 'design', 'api', 'drawbacks'],
  finance: ['summary', 'motivation', 'goals', 'drawbacks', 'timeline', 'graduation'],
  dependencySteward: ['summary', 'design', 'migration', 'alternatives', 'rollout'],
  accessibility: ['summary', 'examples', 'design', 'testing'],
  executive: ['summary', 'motivation', 'goals', 'alternatives', 'drawbacks', 'timeline', 'graduation'],
  projectLead: [
    'summary',
    'goals',
    'nonGoals',
    'timeline',
    'rollout',
    'testing',
    'unresolved',
    'graduation',
    'migration',
  ],
}

/** A term in use before the text says what it stands for, or without its ever saying so. */
export type UnknownTerm = { term: string; span: Span; expandedLater: boolean }

export type ReaderView = {
  /** Their questions, most likely first. */
  findings: readonly Finding[]
  unknownTerms: readonly UnknownTerm[]
  /** Share of the words they read that stand before all their unknown terms are explained, 0–1. */
  distance: number
  /** Sections with nothing for them, by the block number of the heading. */
  skippable: readonly { heading: string; block: number }[]
}

/** The document as one reader meets it. Deterministic; `knownTerms` are those of the glossary. */
export function readAs(
  persona: Persona,
  facts: readonly BlockFacts[],
  findings: readonly Finding[],
  knownTerms: readonly string[] = [],
): ReaderView {
  const outline = outlineOf(facts)
  const theirs = findings.filter(({ personas }) => personas.includes(persona))
  const asked = new Set(theirs.flatMap(({ span }) => (span ? [outline.sectionOf[span.block] ?? 0] : [])))
  const wanted = comesFor[persona]
  const skippable = outline.sections.filter(
    ({ index, role, isTitle, block }) =>
      block >= 0 &&
      !isTitle &&
      !asked.has(index) &&
      role !== 'other' &&
      (beside.has(role) || !wanted.includes(role)),
  )
  const unknownTerms = termsBeforeMeaning(facts, new Set(knownTerms.map(term => hash(term))))
  const last = unknownTerms.at(-1)?.span.block ?? -1
  const before = facts.slice(0, last + 1).reduce((sum, { words }) => sum + words, 0)
  return {
    findings: theirs,
    unknownTerms,
    distance: outline.words === 0 ? 0 : Math.round((100 * before) / outline.words) / 100,
    skippable: skippable.map(({ heading, block }) => ({ heading, block })),
  }
}

function termsBeforeMeaning(facts: readonly BlockFacts[], known: ReadonlySet<number>): UnknownTerm[] {
  const first = new Map<number, UnknownTerm>()
  const explained = new Set(known)
  for (const [block, { candidates, prose }] of facts.entries()) {
    for (const { kind, from, to, key, value } of candidates) {
      if (kind !== 'acronym' || explained.has(key)) continue
      const earlier = first.get(key)
      if (value === 1) {
        explained.add(key)
        if (earlier) first.set(key, { ...earlier, expandedLater: true })
      } else if (!earlier)
        first.set(key, { term: prose.slice(from, to), span: { block, from, to }, expandedLater: false })
    }
  }
  return [...first.values()]
}
