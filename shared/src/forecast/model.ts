import type { Category } from './categories.ts'
import weights from './weights.data.json' with { type: 'json' }

/** Mean and deviation over the labelled documents, by which a feature is made comparable. */
export type Scale = { mean: readonly number[]; deviation: readonly number[] }

/** What the fit leaves behind. Every weight is in log-odds of "this category is asked about this document". */
export type Model = {
  fitted: string
  labels: readonly { file: string; documents: number; questions: number; sha256: string }[]
  /** Leave-one-repository-out recall@5, recall@10, MAP: of the model, the prior and chance. */
  measured: Readonly<Record<string, Readonly<Record<'model' | 'prior' | 'random', readonly number[]>>>>
  prior: readonly number[]
  /** Features that each category has of its own; one weight for all categories. */
  own: Readonly<Record<OwnFeature, Scale & { weight: number }>>
  kinds: Scale & { weights: readonly (readonly number[])[] }
  shape: Scale & { weights: readonly (readonly number[])[] }
  /** How cues of one category speak for another. */
  across: { weights: readonly (readonly number[])[] }
  words: Readonly<Partial<Record<Category, Readonly<Record<string, number>>>>>
  /** Mean of each word's feature, so that an ordinary text is neither raised nor lowered. */
  wordOffsets: readonly number[]
  /** Log-odds of a block being the one asked about, per anchor feature. */
  anchors: readonly number[]
}

export type OwnFeature = 'peak' | 'density' | 'cues' | 'headings'

export const model: Model = weights

const stems = [...new Set(Object.values(model.words).flatMap(words => Object.keys(words)))]

/** Number of each word stem that has a weight. */
export const vocabulary: ReadonlyMap<string, number> = new Map(stems.map((stem, number) => [stem, number]))

/** Per category, the weights of the words as pairs of word number and weight. */
export const wordStems: readonly string[] = stems
