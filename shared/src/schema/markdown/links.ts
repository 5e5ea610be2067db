import type { LinkParts, Reader, Syntax } from './rules.ts'
import { unescaped } from './unescaped.ts'

/** Reads `[text](href "title")`, `[text][label]` and `[label]`. Gives null for brackets that are no link. */
export const linkParts = (syntax: Syntax, reader: Reader): LinkParts | null => {
  const [open, close] = syntax.children.filter(child => child.name === 'LinkMark')
  if (!open || !close) return null
  const text = { textFrom: open.to, textTo: close.from }
  const inline = reader.source(close.to, close.to + 1) === '(' && close.to < syntax.to
  if (inline) {
    const url = syntax.children.find(child => child.name === 'URL' && child.from > close.from)
    const title = syntax.children.find(child => child.name === 'LinkTitle')
    return { ...text, href: url ? address(url, reader) : '', title: title ? titleOf(title, reader) : null }
  }
  const label = syntax.children.find(child => child.name === 'LinkLabel' && child.from >= close.to)
  const named = label && label.to - label.from > 2
  const reference = reader.reference(
    named ? reader.source(label.from + 1, label.to - 1) : reader.source(open.to, close.from, syntax),
  )
  return reference ? { ...text, ...reference } : null
}

export const address = (url: Syntax, reader: Pick<Reader, 'source'>): string => {
  const raw = reader.source(url.from, url.to)
  return unescaped(raw.startsWith('<') && raw.endsWith('>') ? raw.slice(1, -1) : raw)
}

export const titleOf = (title: Syntax, reader: Pick<Reader, 'source'>): string =>
  unescaped(reader.source(title.from + 1, title.to - 1, title))

/** The label of a reference as it is looked up: letter case and spacing do not matter. */
export const normalLabel = (label: string): string => label.trim().replace(/\s+/g, ' ').toLowerCase()
