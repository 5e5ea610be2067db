import { categoryIds } from '@colloquy/shared/forecast/categories'

/** recall@5, recall@10 and mean average precision over distinct categories. */
export type Scores = { recall5: number; recall10: number; map: number }

/** Scores of one ranking of category numbers against those asked. */
export function scoresOf(ranking: readonly number[], asked: ReadonlySet<number>): Scores {
  const recall = (most: number) =>
    ranking.slice(0, most).filter(category => asked.has(category)).length / asked.size
  let hits = 0
  let sum = 0
  for (const [at, category] of ranking.entries()) {
    if (!asked.has(category)) continue
    hits += 1
    sum += hits / (at + 1)
  }
  return { recall5: recall(5), recall10: recall(10), map: sum / asked.size }
}

export function meanScores(all: readonly Scores[]): Scores {
  const mean = (pick: (scores: Scores) => number) =>
    all.reduce((sum, scores) => sum + pick(scores), 0) / Math.max(1, all.length)
  return { recall5: mean(s => s.recall5), recall10: mean(s => s.recall10), map: mean(s => s.map) }
}

/** Categories by how many of the sample sets ask them, most often first. */
export function priorRanking(askedSets: readonly ReadonlySet<number>[]): number[] {
  const counts = categoryIds.map((_, category) => askedSets.filter(asked => asked.has(category)).length)
  return categoryIds
    .map((_, category) => category)
    .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b)
}

/** Mean over 200 shuffles from a fixed seed. */
export function randomScores(asked: ReadonlySet<number>, seed = 12345): Scores {
  let state = seed
  const next = () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return state / 0x80000000
  }
  const runs = Array.from({ length: 200 }, () => {
    const ranking = categoryIds.map((_, category) => category)
    for (let at = ranking.length - 1; at > 0; at--) {
      const other = Math.floor(next() * (at + 1))
      const [a = 0, b = 0] = [ranking[at], ranking[other]]
      ranking[at] = b
      ranking[other] = a
    }
    return scoresOf(ranking, asked)
  })
  return meanScores(runs)
}
