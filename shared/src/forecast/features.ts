import { categoryIds } from './categories.ts'
import type { BlockFacts } from './facts.ts'
import { kindIds } from './kinds.ts'
import type { OwnFeature } from './model.ts'
import type { Outline } from './outline.ts'
import { allCues } from './words.ts'

/** What the model looks at, before scaling. */
export type Features = {
  /** Per category: density of its words, its densest passages, its cues, its words in headings. */
  own: Readonly<Record<OwnFeature, readonly number[]>>
  kinds: readonly number[]
  shape: readonly number[]
}

/** Names of the shape features, in order, as an explanation would say them. */
export const shapeNames = [
  'length',
  'inline code',
  'code blocks',
  'number of sections',
  'lists',
  'tables',
  'questions in the text',
  'links',
  'must and should',
  'the word we',
] as const

/** Passages counted as the densest ones. */
const peaks = 4

/** Whether a cue is heard in a section of the block's role. */
export function isHeard(cue: number, role: Outline['sections'][number]['role']): boolean {
  const only = allCues[cue]?.only
  return !only || only.includes(role)
}

export function featuresOf(facts: readonly BlockFacts[], outline: Outline): Features {
  const zeros = () => new Array<number>(categoryIds.length).fill(0)
  const lexical = zeros()
  const headed = zeros()
  const cued = zeros()
  const top: number[][] = categoryIds.map(() => new Array<number>(peaks).fill(0))
  const kinds = new Array<number>(kindIds.length).fill(0)
  const sum = { codeSpans: 0, codeBlocks: 0, items: 0, cells: 0, questions: 0, links: 0, modals: 0, we: 0 }

  for (const [index, { block, words, about }] of facts.entries()) {
    if (block.kind === 'code') sum.codeBlocks += 1
    if (block.kind === 'code' || block.kind === 'matter' || block.kind === 'guidance') continue
    for (const { kind } of block.marks) {
      if (kind === 'code') sum.codeSpans += 1
      else if (kind === 'link') sum.links += 1
    }
    const into = block.kind === 'heading' ? headed : lexical
    for (let category = 0; category < into.length; category++)
      into[category] = (into[category] ?? 0) + (about.lexical[category] ?? 0)
    for (let kind = 0; kind < kinds.length; kind++)
      kinds[kind] = (kinds[kind] ?? 0) + (about.kinds[kind] ?? 0)
    if (block.kind === 'heading') continue
    sum.items += block.kind === 'item' ? 1 : 0
    sum.cells += block.kind === 'cell' ? 1 : 0
    sum.questions += about.questions
    sum.modals += about.modals
    sum.we += about.we
    for (let category = 0; category < lexical.length; category++) {
      const count = about.lexical[category] ?? 0
      if (count > 0) insert(top[category] ?? [], count / (words + 15))
    }
    const role = outline.sections[outline.sectionOf[index] ?? 0]?.role ?? 'other'
    for (const { cue } of about.cueHits) {
      const { index: category = 0, strength = 1 } = allCues[cue] ?? {}
      if (isHeard(cue, role)) cued[category] = (cued[category] ?? 0) + strength - 0.5
    }
  }

  const total = outline.words
  const perThousand = (count: number) => Math.log1p((1000 * count) / (total + 1))
  const headings = headed.reduce((a, b) => a + b, 0)
  return {
    own: {
      density: lexical.map(count => Math.log((count + 2) / (total + 200))),
      peak: top.map(densities => densities.reduce((a, b) => a + b, 0) / peaks),
      cues: cued.map(strength => Math.log((strength + 1.5) / (total + 300))),
      headings: headed.map(count => Math.log((count + 0.5) / (headings + 10))),
    },
    kinds: kinds.map(count => Math.log((count + 3) / (total + 200))),
    shape: [
      Math.log(total + 1),
      perThousand(sum.codeSpans),
      Math.log1p(sum.codeBlocks),
      Math.log(outline.sections.length),
      perThousand(sum.items),
      Math.log1p(sum.cells),
      Math.log1p(sum.questions),
      Math.log1p(sum.links),
      perThousand(sum.modals),
      perThousand(sum.we),
    ],
  }
}

/** Keeps the largest values, smallest last. */
function insert(largest: number[], value: number): void {
  const last = largest.length - 1
  if (value <= (largest[last] ?? 0)) return
  largest[last] = value
  for (let at = last; at > 0 && (largest[at] ?? 0) > (largest[at - 1] ?? 0); at--) {
    const lower = largest[at - 1] ?? 0
    largest[at - 1] = largest[at] ?? 0
    largest[at] = lower
  }
}
