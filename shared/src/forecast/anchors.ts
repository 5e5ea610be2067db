import { type Category, categoryIds } from './categories.ts'
import type { BlockFacts } from './facts.ts'
import { isHeard } from './features.ts'
import type { Outline } from './outline.ts'
import { beside, roleIds, type SectionRole } from './sections.ts'
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
  for (const [index, fact] of facts.entries()) {
    const { block, words, about, sentences } = fact
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
        isIntroduction(role) ? 1 : 0,
        role === 'alternatives' && id !== 'alternatives' ? 1 : 0,
        hasCode(fact) ? 1 : 0,
        sentences.length > 1 ? 1 : 0,
      ],
    })
  }
  return places
}

export type Anchor = { block: number; share: number }

/**
 * Makes a finder of the blocks most likely to be asked about, best first, with their share of all the likelihood. What
 * does not depend on the category is worked out once; placesFor says the same in a form that can be fitted.
 */
export function anchorFinder(
  facts: readonly BlockFacts[],
  outline: Outline,
  weights: readonly number[],
): (category: number, most: number) => Anchor[] {
  const count = facts.length
  const common = new Float64Array(count).fill(Number.NEGATIVE_INFINITY)
  const roles: SectionRole[] = []
  const heard = new Uint8Array(categoryIds.length * count)
  const strongest = new Uint8Array(categoryIds.length * count)
  const [length = 0, words = 0, denser = 0, cues = 0, cue = 0, home = 0, heading = 0, item = 0, cell = 0] =
    weights
  const [reference = 0, introduction = 0, alternative = 0, code = 0, several = 0] = weights.slice(9)
  const lexical = new Float64Array(categoryIds.length)
  for (const [index, fact] of facts.entries()) {
    for (let category = 0; category < lexical.length; category++)
      lexical[category] = (lexical[category] ?? 0) + (fact.about.lexical[category] ?? 0)
    const role = outline.sections[outline.sectionOf[index] ?? 0]?.role ?? 'other'
    roles.push(role)
    const { kind } = fact.block
    if (silent.has(kind) || fact.sentences.length === 0 || role === 'boilerplate') continue
    common[index] =
      length * Math.log1p(fact.words) +
      (kind === 'heading' ? heading : kind === 'item' ? item : kind === 'cell' ? cell : 0) +
      (beside.has(role) ? reference : 0) +
      (isIntroduction(role) ? introduction : 0) +
      (hasCode(fact) ? code : 0) +
      (fact.sentences.length > 1 ? several : 0)
    for (const hit of fact.about.cueHits) {
      const found = allCues[hit.cue]
      if (!found || !isHeard(hit.cue, role)) continue
      const at = found.index * count + index
      heard[at] = Math.min(3, (heard[at] ?? 0) + 1)
      strongest[at] = Math.max(strongest[at] ?? 0, found.strength)
    }
  }
  return (category, most) => {
    const id = categoryIds[category]
    const homes = rolesOf(category)
    const usual = (lexical[category] ?? 0) / (outline.words + 1)
    const best: Anchor[] = []
    let total = 0
    // This loop runs for every block and category at every keystroke: indices and numbers only.
    for (let index = 0; index < count; index++) {
      const base = common[index] ?? 0
      const fact = facts[index]
      if (!fact || base === Number.NEGATIVE_INFINITY) continue
      const role = roles[index] ?? 'other'
      const found = fact.about.lexical[category] ?? 0
      const at = category * count + index
      let logOdds = base + denser * (found / (fact.words + 8) - usual)
      if (found > 0) logOdds += words * Math.log1p(found)
      logOdds += cues * (heard[at] ?? 0) + cue * (strongest[at] ?? 0)
      if (homes.has(role)) logOdds += home
      if (role === 'alternatives' && id !== 'alternatives') logOdds += alternative
      const share = Math.exp(logOdds)
      total += share
      if (best.length === most && share <= (best[most - 1]?.share ?? 0)) continue
      let place = best.length < most ? best.length : most - 1
      while (place > 0 && (best[place - 1]?.share ?? 0) < share) place -= 1
      best.splice(place, 0, { block: index, share })
      best.length = Math.min(best.length, most)
    }
    return best.map(({ block, share }) => ({ block, share: share / total }))
  }
}

const homeRoles = categoryIds.map(
  category => new Set<SectionRole>(roleIds.filter(role => atHome[role]?.includes(category))),
)

function rolesOf(category: number): ReadonlySet<SectionRole> {
  return homeRoles[category] ?? new Set()
}

function isIntroduction(role: SectionRole): boolean {
  return role === 'motivation' || role === 'summary' || role === 'background'
}

function hasCode({ block }: BlockFacts): boolean {
  return block.marks.some(({ kind }) => kind === 'code')
}
