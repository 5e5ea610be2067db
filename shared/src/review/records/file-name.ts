/**
 * The name of a record's file, as adr-tools and MADR write it: `0012-use-a-queue.md`. Letters of every script stay; marks
 * over Latin ones go. A title without letters or digits gives `0012-decision.md`.
 */
export function fileName(number: number, title: string): string {
  return `${String(number).padStart(4, '0')}-${slugOf(title)}.md`
}

/** A title as part of a file name: lower case, words joined by hyphens, at most 80 characters. */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{Mark}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{Letter}\p{Number}\p{Mark}]+/gu)
  const slug = (words ?? []).join('-')
  return [...slug].slice(0, 80).join('').replace(/-$/, '') || 'decision'
}

export type RecordFile = { number: number | null; date: string | null; slug: string }

/**
 * What a file's name says: `0012-title.md` (adr-tools, MADR), `adr-012-title.md`, or `20240131-title.md` (log4brains, which
 * has no numbers). Null for a file that is no record: another ending, an index, a template.
 */
export function readFileName(path: string): RecordFile | null {
  const name = path.split('/').at(-1) ?? ''
  if (!/\.(md|markdown)$/i.test(name)) return null
  const stem = name.replace(/\.[^.]+$/, '')
  if (/^(readme|index|template|(adr-)?template.*)$/i.test(stem)) return null
  const dated = /^(\d{4})-?(\d{2})-?(\d{2})-(.+)$/.exec(stem)
  if (dated) {
    const [, year, month, day, slug = ''] = dated
    const date = `${year}-${month}-${day}`
    if (isDate(date)) return { number: null, date, slug }
  }
  const numbered = /^(?:adr[-_ ]?)?(\d{1,6})(?:[-_ .]+(.*))?$/i.exec(stem)
  if (numbered) return { number: Number(numbered[1]), date: null, slug: numbered[2] ?? '' }
  return { number: null, date: null, slug: stem }
}

/** True for a day of the calendar written `2024-01-31`. */
export function isDate(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}
