import type { Block } from './types.ts'

/** The longest passage quoted whole; longer ones are cut at a word. */
const longest = 240

/** The passage as a reader sees it, on one line: verbatim but for markup and line breaks, cut at a word when it is long. */
export function quoteOf({ text, marks }: Block, from: number, to: number): string {
  const end = Math.min(to, from + 4 * longest)
  let visible = ''
  let at = from
  for (const mark of marks) {
    if (mark.kind !== 'syntax' || mark.to <= at || mark.from >= end) continue
    visible += text.slice(at, Math.max(at, mark.from))
    at = mark.to
  }
  const line = oneLine(visible + text.slice(at, end))
  if (line.length <= longest) return line
  const space = line.lastIndexOf(' ', longest)
  return line.slice(0, space > 0 ? space : longest)
}

/** A few words for use inside a question: without markup, quotation marks and space at the ends. */
export function wordsFor(text: string): string {
  return oneLine(text.replace(/[`*_]|\]\([^)]*\)|[[\]]/g, '')).replace(/^["“”'\s]+|["“”'\s,;:.]+$/g, '')
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** Fills `{name}` from the values; a name without a value leaves nothing. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
}
