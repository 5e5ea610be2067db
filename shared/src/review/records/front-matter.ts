import { parse } from 'yaml'

/** The two parts of a Markdown file. `fault` says why its front matter could not be read; the text is kept all the same. */
export type FrontMatter = { data: Record<string, unknown>; text: string; fault: string | null }

/** Cuts YAML front matter off a Markdown file. A file without any has no data. */
export function readFrontMatter(markdown: string): FrontMatter {
  const source = markdown.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const match = /^---[ \t]*\n([\s\S]*?)\n?---[ \t]*(?:\n|$)/.exec(source)
  if (!match) return { data: {}, text: source, fault: null }
  const text = source.slice(match[0].length)
  try {
    const data: unknown = parse(match[1] ?? '')
    return { data: isEntries(data) ? data : {}, text, fault: null }
  } catch (fault) {
    return { data: {}, text, fault: fault instanceof Error ? fault.message : String(fault) }
  }
}

/** A value of front matter as a list of words: a YAML list, or words divided by commas. */
export function wordsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(wordsOf)
  return textOf(value)
    .split(/\s*,\s*/)
    .filter(word => word !== '')
}

/** A single value of front matter as text; empty for lists and maps. */
export function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
}

/** True for a map of front matter. */
export function isEntries(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date)
}
