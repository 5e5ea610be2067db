/** One observed choice: the features of every option, and which one was taken. */
export type Choice = { options: readonly Float64Array[]; taken: number }

/** Conditional logistic regression (McFadden 1974) with a ridge, by Newton's method; converges in a few turns. */
export function fitChoices(choices: readonly Choice[], size: number, ridge: number): Float64Array {
  const weights = new Float64Array(size)
  for (let turn = 0; turn < 8; turn++) {
    const gradient = weights.map(weight => ridge * weight)
    const curvature = Array.from({ length: size }, (_, row) =>
      Float64Array.from({ length: size }, (_, column) => (row === column ? ridge : 0)),
    )
    for (const { options, taken } of choices) {
      const likelihoods = options.map(option => Math.exp(dot(option, weights)))
      const total = likelihoods.reduce((a, b) => a + b, 0)
      const mean = new Float64Array(size)
      for (const [index, option] of options.entries()) {
        const share = (likelihoods[index] ?? 0) / total
        for (let row = 0; row < size; row++) {
          const value = share * (option[row] ?? 0)
          if (value === 0) continue
          mean[row] = (mean[row] ?? 0) + value
          const line = curvature[row]
          if (line)
            for (let column = 0; column < size; column++)
              line[column] = (line[column] ?? 0) + value * (option[column] ?? 0)
        }
      }
      for (let row = 0; row < size; row++) {
        gradient[row] = (gradient[row] ?? 0) + (mean[row] ?? 0) - (options[taken]?.[row] ?? 0)
        const line = curvature[row]
        if (line)
          for (let column = 0; column < size; column++)
            line[column] = (line[column] ?? 0) - (mean[row] ?? 0) * (mean[column] ?? 0)
      }
    }
    const move = solve(curvature, gradient)
    for (let at = 0; at < size; at++) weights[at] = (weights[at] ?? 0) - (move[at] ?? 0)
  }
  return weights
}

/** Solves a positive definite system by Gaussian elimination; both arguments are used up. */
function solve(matrix: Float64Array[], right: Float64Array): Float64Array {
  const size = right.length
  for (let pivot = 0; pivot < size; pivot++) {
    const line = matrix[pivot] ?? right
    for (let row = pivot + 1; row < size; row++) {
      const other = matrix[row] ?? right
      const factor = (other[pivot] ?? 0) / (line[pivot] ?? 1)
      for (let column = pivot; column < size; column++)
        other[column] = (other[column] ?? 0) - factor * (line[column] ?? 0)
      right[row] = (right[row] ?? 0) - factor * (right[pivot] ?? 0)
    }
  }
  for (let row = size - 1; row >= 0; row--) {
    const line = matrix[row] ?? right
    let rest = right[row] ?? 0
    for (let column = row + 1; column < size; column++) rest -= (line[column] ?? 0) * (right[column] ?? 0)
    right[row] = rest / (line[row] ?? 1)
  }
  return right
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}
