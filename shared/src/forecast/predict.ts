import { categories, categoryIds } from './categories.ts'
import type { BlockFacts } from './facts.ts'
import { type Features, shapeNames } from './features.ts'
import { kindIds } from './kinds.ts'
import { type Model, type OwnFeature, type Scale, vocabulary, wordStems } from './model.ts'
import type { CategoryScore, Influence } from './types.ts'

const ownNames: Readonly<Record<OwnFeature, string>> = {
  density: 'words about it',
  peak: 'passages dense with it',
  cues: 'turns of phrase that raise it',
  headings: 'headings about it',
}

/** Influences weaker than this explain nothing. */
const worthNaming = 0.1

/** How often each word that has a weight occurs in the document. */
export function countWeighed(facts: readonly BlockFacts[]): (stem: string) => number {
  const counts = new Uint32Array(wordStems.length)
  for (const { about } of facts) for (const word of about.weighed) counts[word] = (counts[word] ?? 0) + 1
  return stem => counts[vocabulary.get(stem) ?? -1] ?? 0
}

/** What one occurrence count of a word contributes, before its weight. */
export function wordFeature(count: number, words: number): number {
  return count === 0 ? 0 : (1 + Math.log(count)) / Math.sqrt(words + 1)
}

/** How likely each category is to be asked about, most likely first, with what moved it. */
export function predict(
  model: Model,
  features: Features,
  countOf: (stem: string) => number,
  words: number,
): CategoryScore[] {
  const kinds = scaled(features.kinds, model.kinds)
  const shape = scaled(features.shape, model.shape)
  const cues = scaled(features.own.cues, model.own.cues)
  const own = (['peak', 'density', 'cues', 'headings'] as const).map(name => ({
    name: ownNames[name],
    weight: model.own[name].weight,
    values: scaled(features.own[name], model.own[name]),
  }))
  return categoryIds
    .map((category, index): CategoryScore => {
      const influences: Influence[] = []
      let logOdds = model.prior[index] ?? 0
      const add = (feature: string, weight: number) => {
        logOdds += weight
        if (Math.abs(weight) >= worthNaming)
          influences.push({ feature, weight: Math.round(weight * 100) / 100 })
      }
      for (const { name, weight, values } of own) add(name, weight * (values[index] ?? 0))
      for (const [at, kind] of kindIds.entries())
        add(`a document about ${kind}`, (kinds[at] ?? 0) * (model.kinds.weights[index]?.[at] ?? 0))
      for (const [at, name] of shapeNames.entries())
        add(name, (shape[at] ?? 0) * (model.shape.weights[index]?.[at] ?? 0))
      for (const [at, other] of categoryIds.entries()) {
        add(
          `turns of phrase about ${categories[other].name.toLowerCase()}`,
          (cues[at] ?? 0) * (model.across.weights[index]?.[at] ?? 0),
        )
      }
      logOdds -= model.wordOffsets[index] ?? 0
      for (const [stem, weight] of Object.entries(model.words[category] ?? {})) {
        add(`the word “${stem}…”`, weight * wordFeature(countOf(stem), words))
      }
      influences.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
      return { category, probability: 1 / (1 + Math.exp(-logOdds)), influences: influences.slice(0, 5) }
    })
    .sort((a, b) => b.probability - a.probability)
}

/** In deviations from the mean over the labelled documents, cut at three: no document is as odd as its longest tail. */
export function scaled(values: readonly number[], { mean, deviation }: Scale): number[] {
  return values.map((value, at) =>
    Math.max(-3, Math.min(3, (value - (mean[at] ?? 0)) / (deviation[at] ?? 1))),
  )
}
