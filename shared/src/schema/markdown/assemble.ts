import type { JSONContent } from '@tiptap/core'
import { sameMarks, sortMarks } from './marks.ts'
import type { MarkJson, Reader, Tag } from './rules.ts'
import { trimEnd, trimStart } from './spaces.ts'
import { active, blockWrappers, inlineByTag, inlineWrappers, marksByTag } from './tags.ts'

/** Text and tags in a row, before start and end have found each other. `soft` text may lose white space at its edges. */
export type Piece =
  | { kind: 'text'; text: string; soft: boolean }
  | { kind: 'node'; node: JSONContent }
  | { kind: 'begin'; mark: MarkJson }
  | { kind: 'end' }
  | { kind: 'open'; tag: Tag; raw: string; at: number }
  | { kind: 'close'; name: string; raw: string }

type Run = { node: JSONContent; soft: boolean }

/** Pairs starts with ends, puts marks on what they enclose, and joins texts. A tag without its other half is text. */
export const assemble = (pieces: readonly Piece[], reader: Reader): JSONContent[] => {
  const { startOf, paired } = pair(pieces)
  const marks = new Map<number, MarkJson | null>()
  const runs: Run[] = []
  // Soft white space is dropped at the beginning and after a break.
  let atStart = true
  const emit = (node: JSONContent, soft = false): void => {
    const own = sortMarks([...marks.values(), ...(node.marks ?? [])])
    runs.push({ node: own.length > 0 ? mark(node, own) : node, soft })
    atStart =
      node.type === 'hardBreak' || (atStart && (node.type === 'anchor' || node.type === 'inlineComment'))
  }
  pieces.forEach((piece, index) => {
    if (piece.kind === 'text') {
      const text = piece.soft && atStart ? trimStart(piece.text) : piece.text
      if (text) emit({ type: 'text', text }, piece.soft)
    } else if (piece.kind === 'node') emit(piece.node)
    else if (piece.kind === 'begin') marks.set(index, piece.mark)
    else if (startOf.has(index)) marks.delete(startOf.get(index) ?? index)
    else if (piece.kind === 'open') openTag(piece, paired.has(index))
    else if (piece.kind === 'close' && !saysNothing(piece.name)) emit({ type: 'text', text: piece.raw })

    function openTag({ tag, raw, at }: Extract<Piece, { kind: 'open' }>, closes: boolean): void {
      const { name, attributes } = tag
      const rule = marksByTag.get(name)?.rule
      const type = marksByTag.get(name)?.type ?? ''
      const inline = inlineByTag.get(name)?.rule.readTag?.(tag, reader, at)
      if (inline) for (const node of inline) emit(node)
      else if (rule && closes) {
        const id = name === 'a' ? (attributes['id'] ?? attributes['name']) : undefined
        if (id) emit({ type: 'anchor', attrs: { id } })
        marks.set(index, rule.fromTag ? rule.fromTag(tag, reader, at) : { type })
      } else if (standsAlone.has(name)) {
        if (!atStart && runs.length > 0) emit({ type: 'hardBreak' })
        if (name === 'li') emit({ type: 'text', text: '• ' })
      } else if (saysNothing(name)) {
        if (!closes && raw) reader.notice('droppedTag', `A <${name}> without an end was left out.`, at)
      } else {
        if (active.has(name)) reader.notice('rawHtml', `<${name}> is shown as text and never run.`, at)
        emit({ type: 'text', text: raw })
      }
    }
  })
  return joined(runs)
}

/** Only text carries marks in a shared document; an image that is a link has the link's target for itself. */
const mark = (node: JSONContent, marks: MarkJson[]): JSONContent => {
  if (node.type === 'text') return { ...node, marks }
  const link = marks.find(({ type }) => type === 'link')
  return node.type === 'image' && link
    ? { ...node, attrs: { ...node.attrs, href: link.attrs?.['href'] } }
    : node
}

/** Blocks where only text can stand, as in a cell: each begins a line. */
const standsAlone = new Set(['p', 'div', 'li', 'ul', 'ol', 'tr', 'dt', 'dd'])

/** A wrapper that can be left out, be it around text or around blocks. */
const saysNothing = (name: string): boolean =>
  inlineWrappers.has(name) || blockWrappers.has(name) || standsAlone.has(name)

/** Finds for each end the start it belongs to. Signs of Markdown nest among themselves; tags find theirs by name. */
const pair = (pieces: readonly Piece[]) => {
  const startOf = new Map<number, number>()
  const paired = new Set<number>()
  const signs: number[] = []
  const open = new Map<string, number[]>()
  pieces.forEach((piece, index) => {
    if (piece.kind === 'begin') signs.push(index)
    else if (piece.kind === 'end') startOf.set(index, signs.pop() ?? index)
    else if (piece.kind === 'open') {
      const same = open.get(piece.tag.name)
      if (same) same.push(index)
      else open.set(piece.tag.name, [index])
    } else if (piece.kind === 'close') {
      const start = open.get(piece.name)?.pop()
      if (start === undefined || !(marksByTag.has(piece.name) || saysNothing(piece.name))) return
      startOf.set(index, start)
      paired.add(start)
    }
  })
  return { startOf, paired }
}

/** Drops soft white space at the end, and joins texts that carry the same marks. */
const joined = (runs: Run[]): JSONContent[] => {
  for (let last = runs.at(-1); last?.soft; last = runs.at(-1)) {
    const text = trimEnd(last.node.text ?? '')
    if (text) {
      last.node = { ...last.node, text }
      break
    }
    runs.pop()
  }
  const content: JSONContent[] = []
  for (const { node } of runs) {
    const before = content.at(-1)
    if (node.type === 'text' && before?.type === 'text' && sameMarks(before.marks, node.marks))
      content[content.length - 1] = { ...before, text: (before.text ?? '') + (node.text ?? '') }
    else content.push(node)
  }
  return content
}
