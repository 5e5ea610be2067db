/** Inner products of the rows, each column divided by its penalty: all that ridge regression sees of the features. */
export function kernelOf(rows: readonly Float64Array[], penalties: readonly number[]): Float64Array[] {
  const scaledRows = rows.map(row => row.map((value, at) => value / (penalties[at] ?? 1)))
  return rows.map(row =>
    Float64Array.from(scaledRows, other => {
      let sum = 0
      for (let at = 0; at < row.length; at++) sum += (row[at] ?? 0) * (other[at] ?? 0)
      return sum
    }),
  )
}

/**
 * Ridge logistic regression with an offset per row, in the space of the rows (there are fewer of them than features), by
 * accelerated gradient (Nesterov 1983). Gives each row's share in the weights.
 */
export function logistic(
  kernel: readonly Float64Array[],
  targets: Float64Array,
  offsets: Float64Array,
): Float64Array {
  const size = targets.length
  const step = 1 / (1 + largestEigenvalue(kernel) / 4)
  let shares = new Float64Array(size)
  let ahead = new Float64Array(size)
  let momentum = 1
  for (let turn = 0; turn < 150; turn++) {
    const next = new Float64Array(size)
    for (let row = 0; row < size; row++) {
      const similarities = kernel[row] ?? ahead
      let logOdds = offsets[row] ?? 0
      for (let other = 0; other < size; other++) logOdds += (similarities[other] ?? 0) * (ahead[other] ?? 0)
      const error = 1 / (1 + Math.exp(-logOdds)) - (targets[row] ?? 0)
      next[row] = (ahead[row] ?? 0) - step * ((ahead[row] ?? 0) + error)
    }
    const grown = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2
    const pull = (momentum - 1) / grown
    const before = shares
    ahead = next.map((value, row) => value + pull * (value - (before[row] ?? 0)))
    shares = next
    momentum = grown
  }
  return shares
}

function largestEigenvalue(kernel: readonly Float64Array[]): number {
  let vector = Float64Array.from(kernel, (_, at) => Math.cos(at + 1))
  let length = 1
  for (let turn = 0; turn < 20; turn++) {
    const current = vector
    vector = Float64Array.from(kernel, row =>
      row.reduce((sum, value, at) => sum + value * (current[at] ?? 0), 0),
    )
    length = Math.hypot(...vector) || 1
    const size = length
    vector = vector.map(value => value / size)
  }
  return length
}

/** The weights of the features from the shares of the rows. */
export function combine(
  rows: readonly Float64Array[],
  shares: Float64Array,
  penalties: readonly number[],
): Float64Array {
  const weights = new Float64Array(penalties.length)
  for (const [index, row] of rows.entries()) {
    const share = shares[index] ?? 0
    for (let at = 0; at < weights.length; at++) weights[at] = (weights[at] ?? 0) + share * (row[at] ?? 0)
  }
  return weights.map((weight, at) => weight / (penalties[at] ?? 1))
}
