/** What to replace in `before` to get `after`: the common start and end are left alone. Items are compared by identity. */
export function splice<Item>(before: readonly Item[], after: readonly Item[]) {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  let end = 0
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++
  return {
    start,
    removed: before.length - start - end,
    inserted: after.slice(start, after.length - end),
  }
}
