import { categoryIds } from '@colloquy/shared/forecast/categories'
import type { Model } from '@colloquy/shared/forecast/model'
import { predict } from '@colloquy/shared/forecast/predict'
import type { Sample } from './corpus.ts'
import { type Fitted, fit } from './fitting.ts'
import { meanScores, priorRanking, randomScores, type Scores, scoresOf } from './scores.ts'

export type HeldOut = {
  sample: Sample
  model: Model
  ranking: readonly number[]
  scores: Record<'model' | 'prior' | 'random', Scores>
}

/** Predicts every document with a model that has seen nothing of its repository. */
export function leaveOneRepositoryOut(
  samples: readonly Sample[],
  tell: (repository: string) => void,
): HeldOut[] {
  const repositories = [...new Set(samples.map(({ repo }) => repo))]
  return repositories.flatMap(repository => {
    tell(repository)
    const others = samples.filter(({ repo }) => repo !== repository)
    const model = complete(fit(others))
    const prior = priorRanking(others.map(({ asked }) => asked))
    return samples
      .filter(({ repo }) => repo === repository)
      .map(sample => {
        const { features, stems, outline, asked } = sample
        const ranking = predict(model, features, stem => stems.get(stem) ?? 0, outline.words).map(
          ({ category }) => categoryIds.indexOf(category),
        )
        return {
          sample,
          model,
          ranking,
          scores: {
            model: scoresOf(ranking, asked),
            prior: scoresOf(prior, asked),
            random: randomScores(asked),
          },
        }
      })
  })
}

export function complete(fitted: Fitted): Model {
  return { fitted: '', labels: [], measured: {}, ...fitted }
}

/** Mean scores per label file and over all, each as [recall@5, recall@10, MAP] to three places. */
export function summary(
  heldOut: readonly HeldOut[],
): Record<string, Record<'model' | 'prior' | 'random', number[]>> {
  const sets = [...new Set(heldOut.map(({ sample }) => sample.set))]
  return Object.fromEntries(
    [...sets, 'all'].map(set => {
      const of = heldOut.filter(({ sample }) => set === 'all' || sample.set === set)
      const mean = (who: 'model' | 'prior' | 'random') => {
        const { recall5, recall10, map } = meanScores(of.map(({ scores }) => scores[who]))
        return [recall5, recall10, map].map(value => Math.round(value * 1000) / 1000)
      }
      return [set, { model: mean('model'), prior: mean('prior'), random: mean('random') }]
    }),
  )
}
