import { anchorFeatures, placesFor } from '@colloquy/shared/forecast/anchors'
import { categoryIds } from '@colloquy/shared/forecast/categories'
import type { Features } from '@colloquy/shared/forecast/features'
import type { Model, OwnFeature, Scale } from '@colloquy/shared/forecast/model'
import { scaled, wordFeature } from '@colloquy/shared/forecast/predict'
import { type Choice, fitChoices } from './choice.ts'
import type { Sample } from './corpus.ts'
import { blockOfQuote } from './quotes.ts'
import { combine, kernelOf, logistic } from './ridge.ts'

/**
 * How strongly each group of weights is held to zero (ridge), chosen once by leave-one-repository-out over coarse steps.
 * The four features of a category's own are not fitted at all: one weight each for all 29 categories.
 */
const ridge = { words: 0.6, kinds: 40, shape: 100, across: 150 }
const ownWeights: Readonly<Record<OwnFeature, number>> = {
  peak: 0.2,
  density: 0.1,
  cues: 0.25,
  headings: 0.15,
}
// reason: Object.keys forgets the literal keys
const ownNames = Object.keys(ownWeights) as OwnFeature[]
/** Words kept per category, and the number of repositories a word must occur in to be looked at. */
const wordsKept = 60
const repositoriesNeeded = 8
const anchorRidge = 2

export type Fitted = Omit<Model, 'fitted' | 'labels' | 'measured'>

/** Fits all weights to the samples. Deterministic: the same samples give the same weights. */
export function fit(samples: readonly Sample[]): Fitted {
  const own = Object.fromEntries(
    ownNames.map(name => [
      name,
      { ...scaleOf(samples.map(s => s.features.own[name])), weight: ownWeights[name] },
    ]),
    // reason: Object.fromEntries forgets the literal keys
  ) as Fitted['own']
  const kinds = scaleOf(samples.map(s => s.features.kinds))
  const shape = scaleOf(samples.map(s => s.features.shape))
  const prior = priorOf(samples)
  const vocabulary = vocabularyOf(samples)
  const width = average(samples.map(sample => Math.hypot(...vocabulary.map(word => wordOf(sample, word)))))

  const columns = [
    {
      size: vocabulary.length,
      ridge: ridge.words,
      of: (s: Sample) => vocabulary.map(word => wordOf(s, word) / width),
    },
    { size: kinds.mean.length, ridge: ridge.kinds, of: (s: Sample) => scaled(s.features.kinds, kinds) },
    { size: shape.mean.length, ridge: ridge.shape, of: (s: Sample) => scaled(s.features.shape, shape) },
    {
      size: categoryIds.length,
      ridge: ridge.across,
      of: (s: Sample) => scaled(s.features.own.cues, own.cues),
    },
  ]
  const rows = samples.map(sample => columns.flatMap(({ of }) => of(sample)))
  const means = columnMeans(rows)
  const centred = rows.map(row => Float64Array.from(row, (value, at) => value - (means[at] ?? 0)))
  const penalties = columns.flatMap(({ size, ridge: penalty }) => new Array<number>(size).fill(penalty))
  const offsets = samples.map(({ features }) => offsetsOf(features, own, prior))

  const start = {
    kinds: vocabulary.length,
    shape: vocabulary.length + kinds.mean.length,
    across: vocabulary.length + kinds.mean.length + shape.mean.length,
  }
  const kernel = kernelOf(centred, penalties)
  const weights = categoryIds.map((_, category) => {
    const targets = Float64Array.from(samples, ({ asked }) => (asked.has(category) ? 1 : 0))
    const shares = logistic(
      kernel,
      targets,
      Float64Array.from(offsets, row => row[category] ?? 0),
    )
    return combine(centred, shares, penalties)
  })
  const kept = weights.map(row => keepStrongest(row.subarray(0, vocabulary.length), centred))
  return {
    prior,
    own,
    kinds: { ...kinds, weights: weights.map(row => rounded(row.subarray(start.kinds, start.shape), 2)) },
    shape: { ...shape, weights: weights.map(row => rounded(row.subarray(start.shape, start.across), 2)) },
    across: { weights: weights.map(row => rounded(row.subarray(start.across), 2)) },
    words: Object.fromEntries(
      categoryIds.map((category, index) => [
        category,
        Object.fromEntries(
          (kept[index] ?? []).map(({ at, weight }) => [
            vocabulary[at]?.stem ?? '',
            Number(((weight * (vocabulary[at]?.rarity ?? 0)) / width).toPrecision(2)),
          ]),
        ),
      ]),
    ),
    wordOffsets: kept.map(words =>
      round(words.reduce((sum, { at, weight }) => sum + weight * (means[at] ?? 0), 0)),
    ),
    anchors: rounded(fitChoices(samples.flatMap(choicesOf), anchorFeatures.length, anchorRidge)),
  }
}

type Word = { stem: string; rarity: number }

function wordOf(sample: Sample, { stem, rarity }: Word): number {
  return wordFeature(sample.stems.get(stem) ?? 0, sample.outline.words) * rarity
}

function vocabularyOf(samples: readonly Sample[]): Word[] {
  const seen = new Map<string, { repositories: Set<string>; documents: number }>()
  for (const { stems, repo } of samples) {
    for (const stem of stems.keys()) {
      const entry = seen.get(stem) ?? { repositories: new Set<string>(), documents: 0 }
      entry.repositories.add(repo)
      entry.documents += 1
      seen.set(stem, entry)
    }
  }
  return [...seen]
    .filter(
      ([, { repositories, documents }]) =>
        repositories.size >= repositoriesNeeded && documents <= 0.8 * samples.length,
    )
    .map(([stem, { documents }]) => ({ stem, rarity: Math.log(samples.length / documents) }))
    .sort((a, b) => (a.stem < b.stem ? -1 : 1))
}

/** Log-odds of each category over the samples, drawn a little to the mean of all. */
function priorOf(samples: readonly Sample[]): number[] {
  const counts = categoryIds.map((_, category) => samples.filter(({ asked }) => asked.has(category)).length)
  const usual = counts.reduce((a, b) => a + b, 0) / (counts.length * samples.length)
  return counts.map(count => {
    const share = (count + usual) / (samples.length + 1)
    return round(Math.log(share / (1 - share)))
  })
}

function offsetsOf(features: Features, own: Fitted['own'], prior: readonly number[]): number[] {
  const parts = ownNames.map(name =>
    scaled(features.own[name], own[name]).map(value => value * own[name].weight),
  )
  return prior.map((logOdds, category) => parts.reduce((sum, part) => sum + (part[category] ?? 0), logOdds))
}

function scaleOf(rows: readonly (readonly number[])[]): Scale {
  const mean = columnMeans(rows)
  const deviation = mean.map(
    (middle, at) => Math.sqrt(average(rows.map(row => ((row[at] ?? 0) - middle) ** 2))) + 1e-6,
  )
  return {
    mean: mean.map(value => round(value)),
    deviation: deviation.map(value => Math.max(round(value), 1e-4)),
  }
}

function columnMeans(rows: readonly (readonly number[])[]): number[] {
  return (rows[0] ?? []).map((_, at) => average(rows.map(row => row[at] ?? 0)))
}

function average(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / Math.max(1, values.length)
}

/** The words that move this category most over the samples. */
function keepStrongest(
  weights: Float64Array,
  rows: readonly Float64Array[],
): { at: number; weight: number }[] {
  return Array.from(weights, (weight, at) => {
    const spread = Math.sqrt(average(rows.map(row => (row[at] ?? 0) ** 2)))
    return { at, weight, effect: Math.abs(weight) * spread }
  })
    .sort((a, b) => b.effect - a.effect || a.at - b.at)
    .slice(0, wordsKept)
}

const choices = new WeakMap<Sample, Choice[]>()

/** The blocks that were asked about, among all that could have been. */
function choicesOf(sample: Sample): Choice[] {
  const known = choices.get(sample)
  if (known) return known
  const found = sample.questions.flatMap(({ category, quote }) => {
    const block = blockOfQuote(sample.facts, quote)
    const places = placesFor(categoryIds.indexOf(category), sample.facts, sample.outline)
    const taken = places.findIndex(place => place.block === block)
    return taken < 0 ? [] : [{ options: places.map(({ values }) => Float64Array.from(values)), taken }]
  })
  choices.set(sample, found)
  return found
}

/** Weights need few digits: what a third one changes is far below what the labels can tell. */
function rounded(values: Float64Array, digits = 3): number[] {
  return Array.from(values, value => round(value, digits))
}

function round(value: number, digits = 3): number {
  return Number(value.toPrecision(digits))
}
