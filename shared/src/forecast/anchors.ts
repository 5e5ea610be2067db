import { type Category, categoryIds } from './categories.ts'
import type { BlockFacts } from './facts.ts'
import { isHeard } from './features.ts'
import type { Outline } from './outline.ts'
import { beside, type SectionRole } from './sections.ts'
import { allCues } from './words.ts'

/** Which questions are asked in a section of each role more than elsewhere. */
const atHome: Readonly<Partial<Record<SectionRole, readonly Category[]>>> = {
  motivation: ['motivation', 'audience-usecase', 'evidence'],
  background: ['motivation', 'prior-art'],
  summary: ['motivation', 'scope', 'naming'],
  goals: ['scope', 'success-criteria'],
  nonGoals: ['scope', 'interaction'],
  alternatives: ['alternatives', 'prior-art'],
  priorArt: ['prior-art'],
  drawbacks: ['drawbacks-risks', 'cost-effort'],
  testing: ['testing'],
  rollout: ['rollout-rollback', 'timeline', 'compat-migration'],
  migration: ['compat-migration', 'rollout-rollback', 'timeline'],
  security: ['security'],
  operations: ['operability'],
  performance: ['performance'],
  graduation: ['success-criteria'],
  timeline: ['timeline', 'ownership', 'rollout-rollback'],
  unresolved: ['future-work', 'edge-cases'],
  future: ['future-work', 'timeline'],
  teaching: ['teaching-docs'],
  examples: ['examples', 'audience-usecase'],
  api: ['api-detail', 'naming', 'examples', 'edge-cases'],
  design: ['mechanism', 'api-detail', 'edge-cases', 'interaction', 'scope'],
}

/** Names of the anchor features, in the order of the model's weights. */
export const anchorFeatures = [
  'length',
  'words about it',
  'denser than the document',
  'cues',
  'strongest cue',
  'section about it',
  'heading',
  'list item',
  'table cell',
  'references',
  'introduction',
  'alternatives about something else',
  'inline code',
  'several sentences',
] as const

const silent = new Set(['code', 'matter', 'guidance'])

/** A block as a place for questions of one category. */
export type Place = { block: number; values: readonly number[] }

/** Every block that can be asked about, with its features for one category. Numbers only. */
export function placesFor(category: number, facts: readonly BlockFacts[], outline: Outline): Place[] {
  const id = categoryIds[category]
  let all = 0
  for (const { about } of facts) all += about.lexical[category] ?? 0
  const usual = all / (outline.words + 1)
  const places: Place[] = []
  for (const [index, { block, words, about, sentences }] of facts.entries()) {
    if (silent.has(block.kind) || sentences.length === 0) continue
    const role = outline.sections[outline.sectionOf[index] ?? 0]?.role ?? 'other'
    if (role === 'boilerplate') continue
    let heard = 0
    let strongest = 0
    for (const { cue } of about.cueHits) {
      if (allCues[cue]?.index !== category || !isHeard(cue, role)) continue
      heard += 1
      strongest = Math.max(strongest, allCues[cue]?.strength ?? 0)
    }
    const lexical = about.lexical[category] ?? 0
    places.push({
      block: index,
      values: [
        Math.log1p(words),
        Math.log1p(lexical),
        lexical / (words + 8) - usual,
        Math.min(3, heard),
        strongest,
        id && atHome[role]?.includes(id) ? 1 : 0,
        block.kind === 'heading' ? 1 : 0,
        block.kind === 'item' ? 1 : 0,
        block.kind === 'cell' ? 1 : 0,
        beside.has(role) ? 1 : 0,
        role === 'motivation' || role === 'summary' || role === 'background' ? 1 : 0,
        role === 'alternatives' && id !== 'alternatives' ? 1 : 0,
        block.marks.some(({ kind }) => kind === 'code') ? 1 : 0,
        sentences.length > 1 ? 1 : 0,
      ],
    })
  }
  return places
}

/** The blocks most likely to be asked about, best first, with their share of all the likelihood. */
export function anchorsFor(
  places: readonly Place[],
  weights: readonly number[],
  most: number,
): { block: number; share: number }[] {
  const scored = places.map(({ block, values }) => {
    let logOdds = 0
    for (let at = 0; at < weights.length; at++) logOdds += (weights[at] ?? 0) * (values[at] ?? 0)
    return { block, share: Math.exp(logOdds) }
  })
  let total = 0
  for (const { share } of scored) total += share
  return scored
    .sort((a, b) => b.share - a.share || a.block - b.block)
    .slice(0, most)
    .map(({ block, share }) => ({ block, share: share / total }))
}
