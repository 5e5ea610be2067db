import { decodeHTMLStrict } from 'entities/decode'
import type { Html, Tag } from './rules.ts'

/** One piece of HTML as written; `raw` is its source. */
export type Token =
  | { kind: 'open'; tag: Tag; closed: boolean; raw: string }
  | { kind: 'close'; name: string; raw: string }
  | { kind: 'text'; raw: string }
  | { kind: 'comment'; text: string; raw: string }
  /** An element whose content is not for reading, such as a script, from its start tag to its end. */
  | { kind: 'raw'; name: string; raw: string }

/** Elements that have no end tag. */
export const voidElements = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
])

/** Elements whose content is a program, a style sheet or a picture's source: never read, always shown as written. */
const opaque = new Set([
  'script',
  'style',
  'textarea',
  'svg',
  'iframe',
  'object',
  'noscript',
  'template',
  'xmp',
  'plaintext',
  'math',
])

const tag = /<(\/?)([a-z][\w-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*(\/?)>/iy

/** Cuts HTML into tags, comments and text in one pass. Whatever is not well formed is text. */
export const tokens = (html: string): Token[] => {
  const found: Token[] = []
  let from = 0
  let position = 0
  const add = (to: number, token: Token): void => {
    if (position > from) found.push({ kind: 'text', raw: html.slice(from, position) })
    found.push(token)
    from = position = to
  }
  // Where nothing was found once, nothing is to be found later: keeps the pass linear.
  const missing = new Set<string>()
  const find = (what: string, after: number): number => {
    if (missing.has(what)) return -1
    const index = indexOfIgnoringCase(html, what, after)
    if (index < 0) missing.add(what)
    return index
  }
  while (position < html.length) {
    position = html.indexOf('<', position)
    if (position < 0) break
    if (html.startsWith('<!--', position)) {
      const end = find('-->', position + 4)
      if (end >= 0) {
        add(end + 3, {
          kind: 'comment',
          text: html.slice(position + 4, end),
          raw: html.slice(position, end + 3),
        })
        continue
      }
    }
    const read = readTag(html, position)
    if (!read) {
      position++
      continue
    }
    const { name, closes, attributes, closed, to } = read
    if (closes) add(to, { kind: 'close', name, raw: html.slice(position, to) })
    else if (opaque.has(name) && !closed) {
      const end = find(`</${name}`, to)
      const after = end < 0 ? html.length : html.indexOf('>', end) + 1 || html.length
      add(after, { kind: 'raw', name, raw: html.slice(position, after) })
    } else
      add(to, {
        kind: 'open',
        tag: { name, attributes },
        closed: closed || voidElements.has(name),
        raw: html.slice(position, to),
      })
  }
  if (from < html.length) found.push({ kind: 'text', raw: html.slice(from) })
  return found
}

const indexOfIgnoringCase = (text: string, what: string, from: number): number => {
  const pattern = new RegExp(what, 'gi')
  pattern.lastIndex = from
  return pattern.exec(text)?.index ?? -1
}

/** A tag that starts at this offset, or null. */
export const readTag = (html: string, from: number) => {
  tag.lastIndex = from
  const match = tag.exec(html)
  if (!match) return null
  const [whole, slash, name = '', written = '', closed] = match
  return {
    name: name.toLowerCase(),
    closes: slash === '/',
    attributes: attributesOf(written),
    closed: closed === '/',
    to: from + whole.length,
  }
}

export const attributesOf = (written: string): Record<string, string> => {
  const attributes: Record<string, string> = {}
  for (const match of written.matchAll(/([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g)) {
    const [, name = '', double, single, bare] = match
    attributes[name.toLowerCase()] ??= decodeHTMLStrict(double ?? single ?? bare ?? '')
  }
  return attributes
}

/** The bare text of HTML, entities decoded. */
export const textOf = (children: readonly Html[]): string =>
  children
    .map(child =>
      child.kind === 'element'
        ? textOf(child.children)
        : child.kind === 'text'
          ? decodeHTMLStrict(child.text)
          : '',
    )
    .join('')
