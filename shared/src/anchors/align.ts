/** Above this length words are compared, not characters, which bounds the work to some 10^6 steps. */
const BY_CHARACTER_LIMIT = 300

/** Stands in a text for what must not be part of the alignment. */
export const BARRED = '\0'

type Symbols = { text: string; offset: number }[]

/**
 * The part of `text` that turns into `wanted` with the fewest edits, counted in characters; what lies before and
 * behind the part costs nothing (Sellers 1980). Of equal parts the first wins, a longer one before a shorter.
 */
export function align(wanted: string, text: string): { from: number; to: number; cost: number } {
  const byWord = wanted.length > BY_CHARACTER_LIMIT
  const rows = symbols(wanted, byWord)
  const columns = symbols(text, byWord)
  let costs = new Float64Array(columns.length + 1)
  let starts = Int32Array.from(costs, (_, column) => column)
  for (const row of rows) {
    const nextCosts = new Float64Array(columns.length + 1)
    const nextStarts = new Int32Array(columns.length + 1)
    nextCosts[0] = at(costs, 0) + row.text.length
    columns.forEach((column, index) => {
      const replaced = at(costs, index) + replacement(row.text, column.text)
      const left = at(costs, index + 1) + row.text.length
      const added = at(nextCosts, index) + column.text.length
      const best = Math.min(replaced, left, added)
      nextCosts[index + 1] = best
      nextStarts[index + 1] = Math.min(
        best === replaced ? at(starts, index) : columns.length,
        best === left ? at(starts, index + 1) : columns.length,
        best === added ? at(nextStarts, index) : columns.length,
      )
    })
    costs = nextCosts
    starts = nextStarts
  }
  let end = 0
  for (let column = 1; column <= columns.length; column += 1) {
    if (at(costs, column) < at(costs, end)) end = column
  }
  const offsetOf = (column: number) => columns[column]?.offset ?? text.length
  return { from: offsetOf(at(starts, end)), to: offsetOf(end), cost: at(costs, end) }
}

function replacement(wanted: string, found: string): number {
  if (wanted === found) return 0
  return found === BARRED ? wanted.length + found.length : Math.max(wanted.length, found.length)
}

function symbols(text: string, byWord: boolean): Symbols {
  const found: Symbols = []
  for (const match of text.matchAll(byWord ? /[\p{L}\p{N}_]+|./gsu : /./gs)) {
    found.push({ text: match[0], offset: match.index })
  }
  return found
}

/** Typed arrays are indexed within their length here, which the compiler cannot see. */
function at(list: Float64Array | Int32Array, index: number): number {
  return list[index] ?? 0
}
