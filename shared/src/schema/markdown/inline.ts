import type { JSONContent } from '@tiptap/core'
import { decodeHTMLStrict } from 'entities/decode'
import { autolinkTarget } from '../marks/link.ts'
import { readWorkspaceLink } from '../nodes/mention.ts'
import { plainText } from '../plainText.ts'
import { assemble, type Piece } from './assemble.ts'
import { readTag, voidElements } from './html.ts'
import type { Html, Reader, Syntax } from './rules.ts'
import { joinLines, trimStart } from './spaces.ts'
import { inlineBySyntax, marksBySyntax } from './tags.ts'

/** Emphasis inside emphasis says nothing after a few levels, and the input decides how many there are. */
const deepest = 60

/** Reads what stands between two offsets of a leaf. */
export const readInline = (parent: Syntax, from: number, to: number, reader: Reader): JSONContent[] => {
  const pieces: Piece[] = []
  collect(parent, from, to, reader, pieces, { depth: 0, inLink: false })
  return assemble(pieces, reader)
}

/** Reads text that was written as HTML. */
export const readHtmlInline = (children: readonly Html[], reader: Reader): JSONContent[] => {
  const pieces: Piece[] = []
  collectHtml(children, pieces, 0)
  return assemble(pieces, reader)
}

type Scope = { depth: number; inLink: boolean }

const collect = (
  parent: Syntax,
  from: number,
  to: number,
  reader: Reader,
  pieces: Piece[],
  scope: Scope,
): void => {
  let position = from
  let afterQuoteMark = false
  const gap = (until: number): void => {
    if (until <= position) return
    const text = joinLines(reader.source(position, until))
    pieces.push({ kind: 'text', text: afterQuoteMark ? trimStart(text) : text, soft: true })
    afterQuoteMark = false
  }
  for (const child of parent.children) {
    if (child.from < position || child.to > to) continue
    gap(child.from)
    position = child.to
    if (child.name === 'QuoteMark') afterQuoteMark = true
    else collectChild(child, reader, pieces, scope)
  }
  gap(to)
}

const collectChild = (child: Syntax, reader: Reader, pieces: Piece[], scope: Scope): void => {
  const literal = () =>
    pieces.push({ kind: 'text', text: reader.source(child.from, child.to, child), soft: true })
  if (scope.depth > deepest) {
    literal()
    return
  }
  const mark = marksBySyntax.get(child.name)
  if (mark) {
    pieces.push({ kind: 'begin', mark: { type: mark.type } })
    collect(child, child.from, child.to, reader, pieces, { ...scope, depth: scope.depth + 1 })
    pieces.push({ kind: 'end' })
    return
  }
  const inline = inlineBySyntax.get(child.name)
  const nodes = inline?.rule.read?.(child, reader)
  if (nodes) {
    for (const node of nodes) pieces.push({ kind: 'node', node })
    return
  }
  switch (child.name) {
    case 'Escape':
      pieces.push({ kind: 'text', text: reader.source(child.from + 1, child.to), soft: false })
      return
    case 'Entity':
      pieces.push({ kind: 'text', text: decodeHTMLStrict(reader.source(child.from, child.to)), soft: false })
      return
    case 'InlineCode':
      collectCode(child, reader, pieces)
      return
    case 'Link':
      if (collectLink(child, reader, pieces, scope)) return
      collect(child, child.from, child.to, reader, pieces, { ...scope, depth: scope.depth + 1 })
      return
    case 'Image':
      collect(child, child.from, child.to, reader, pieces, { ...scope, depth: scope.depth + 1 })
      return
    case 'Autolink':
    case 'URL':
      collectAddress(child, reader, pieces, scope)
      return
    case 'TooDeep':
      reader.notice(
        'nesting',
        'Quotes or lists are too deep inside each other; the rest is text.',
        child.from,
      )
      literal()
      return
    case 'HTMLTag':
      collectTag(child, reader, pieces)
      return
    case 'HeaderMark':
    case 'EmphasisMark':
    case 'StrikethroughMark':
    case 'TaskMarker':
    case 'CodeMark':
      return
    default:
      literal()
  }
}

const collectCode = (code: Syntax, reader: Reader, pieces: Piece[]): void => {
  const [open, close] = code.children.filter(child => child.name === 'CodeMark')
  if (!open || !close) return
  const text = reader.source(open.to, close.from, code).replaceAll('\n', ' ')
  const padded = /^ .* $/.test(text) && text.trim() !== ''
  pieces.push({ kind: 'begin', mark: { type: 'code' } })
  pieces.push({ kind: 'text', text: padded ? text.slice(1, -1) : text, soft: false })
  pieces.push({ kind: 'end' })
}

/** Gives false for brackets that are no link: they are text. */
const collectLink = (link: Syntax, reader: Reader, pieces: Piece[], scope: Scope): boolean => {
  const parts = reader.link(link)
  if (!parts) return false
  const inside: Piece[] = []
  collect(link, parts.textFrom, parts.textTo, reader, inside, { depth: scope.depth + 1, inLink: true })
  const content = assemble(inside, reader)
  const node = readWorkspaceLink(parts.href, plainText({ type: 'paragraph', content }))
  if (node) {
    pieces.push({ kind: 'node', node })
    return true
  }
  const href = scope.inLink ? null : reader.target(parts.href, link.from)
  // A link without a text still leads somewhere: its address stands in.
  const shown: Piece[] = content.length > 0 ? inside : [{ kind: 'text', text: parts.href, soft: false }]
  if (href !== null)
    pieces.push({ kind: 'begin', mark: { type: 'link', attrs: { href, title: parts.title } } })
  for (const piece of shown) pieces.push(piece)
  if (href !== null) pieces.push({ kind: 'end' })
  return true
}

const collectAddress = (child: Syntax, reader: Reader, pieces: Piece[], scope: Scope): void => {
  const url = child.name === 'URL' ? child : child.children.find(part => part.name === 'URL')
  const text = url ? reader.source(url.from, url.to) : ''
  const href = scope.inLink ? null : reader.target(autolinkTarget(text), child.from)
  if (href !== null) pieces.push({ kind: 'begin', mark: { type: 'link', attrs: { href, title: null } } })
  pieces.push({ kind: 'text', text, soft: false })
  if (href !== null) pieces.push({ kind: 'end' })
}

const collectTag = (child: Syntax, reader: Reader, pieces: Piece[]): void => {
  const raw = reader.source(child.from, child.to, child)
  const tag = readTag(raw, 0)
  if (!tag) pieces.push({ kind: 'text', text: raw, soft: true })
  else if (tag.closes) pieces.push({ kind: 'close', name: tag.name, raw })
  else pieces.push({ kind: 'open', tag: { name: tag.name, attributes: tag.attributes }, raw, at: child.from })
}

const collectHtml = (children: readonly Html[], pieces: Piece[], depth: number): void => {
  for (const child of children) {
    if (child.kind === 'text') {
      // Spaces as written may be dropped at the edges, spaces written as entities may not.
      const [, before, text = '', after] = /^( ?)(.*?)( ?)$/.exec(child.text.replace(/[ \t\n]+/g, ' ')) ?? []
      if (before) pieces.push({ kind: 'text', text: ' ', soft: true })
      if (text) pieces.push({ kind: 'text', text: decodeHTMLStrict(text), soft: false })
      if (after) pieces.push({ kind: 'text', text: ' ', soft: true })
    } else if (child.kind === 'raw') pieces.push({ kind: 'text', text: child.text, soft: false })
    else if (child.kind === 'comment')
      pieces.push({
        kind: 'node',
        node: { type: 'inlineComment', attrs: { text: child.text.replaceAll('\n', ' ') } },
      })
    else if (child.kind === 'blocks') {
      for (const block of child.blocks) collectText(block, pieces)
    } else if (depth > deepest) pieces.push({ kind: 'text', text: child.open, soft: false })
    else {
      pieces.push({ kind: 'open', tag: child.tag, raw: child.open, at: child.at })
      collectHtml(child.children, pieces, depth + 1)
      if (!voidElements.has(child.tag.name))
        pieces.push({ kind: 'close', name: child.tag.name, raw: child.close })
    }
  }
}

/** The text of a block where only text can stand. */
const collectText = (block: JSONContent, pieces: Piece[]): void => {
  const nodes = block.content ?? []
  for (const node of nodes) {
    if (node.type === 'text' || (node.type && node.type in { hardBreak: 1, image: 1 }))
      pieces.push({ kind: 'node', node })
    else collectText(node, pieces)
  }
}
