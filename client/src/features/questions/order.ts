/**
 * The order in which a list that is on screen shows new results, so that nothing jumps under the reader’s eyes:
 * what was there keeps its order, what is new stands behind the one it follows in `ranked`.
 */
export function steadyOrder<Item extends { id: string }>(
  shown: readonly string[],
  ranked: readonly Item[],
): Item[] {
  const place = new Map(shown.map((id, index) => [id, index]))
  const ordered = ranked
    .filter(item => place.has(item.id))
    .sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
  let before: Item | null = null
  for (const item of ranked) {
    if (!place.has(item.id)) ordered.splice(before ? ordered.indexOf(before) + 1 : 0, 0, item)
    before = item
  }
  return ordered
}
