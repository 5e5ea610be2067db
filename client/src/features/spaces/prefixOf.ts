/**
 * A short name for a space: the initials of several words, or the start of a single one,
 * two to eight upper-case letters or digits, a letter first. Empty when the name gives no two.
 */
export function prefixOf(name: string): string {
  const words = name
    .normalize('NFD')
    .toUpperCase()
    .replace(/[^A-Z0-9\s-]/g, '')
    .split(/[\s-]+/)
    .filter(word => /^[A-Z]/.test(word))
  const short = words.length > 1 ? words.map(word => word[0]).join('') : (words[0] ?? '').slice(0, 4)
  return short.length < 2 ? '' : short.slice(0, 8)
}
