import { GFM, parser } from '@lezer/markdown'
import type { Block, BlockKind, InlineMark, TextDocument } from '../types.ts'
import { tame } from './tame.ts'

type SourceNode = { name: string; from: number; to: number }

const markdown = parser.configure(GFM)

const inlineMarks: Readonly<Record<string, InlineMark['kind']>> = {
  InlineCode: 'code',
  Image: 'image',
  Link: 'link',
  StrongEmphasis: 'strong',
  Emphasis: 'emphasis',
  EmphasisMark: 'syntax',
  StrikethroughMark: 'syntax',
  CodeMark: 'syntax',
  LinkMark: 'syntax',
  LinkTitle: 'syntax',
  LinkLabel: 'syntax',
  HeaderMark: 'syntax',
  QuoteMark: 'syntax',
  ListMark: 'syntax',
  TaskMarker: 'syntax',
  HTMLTag: 'syntax',
  Comment: 'syntax',
  Entity: 'syntax',
}

/** Nodes that become one block each, and what kind; the kind of a paragraph depends on what surrounds it. */
const leaves: Readonly<Record<string, BlockKind>> = {
  ATXHeading1: 'heading',
  ATXHeading2: 'heading',
  ATXHeading3: 'heading',
  ATXHeading4: 'heading',
  ATXHeading5: 'heading',
  ATXHeading6: 'heading',
  SetextHeading1: 'heading',
  SetextHeading2: 'heading',
  Paragraph: 'paragraph',
  Task: 'item',
  TableCell: 'cell',
  FencedCode: 'code',
  CodeBlock: 'code',
  HTMLBlock: 'code',
  CommentBlock: 'matter',
}

/**
 * Reads a Markdown file into blocks whose texts are slices of it, so `starts[block] + offset` is the place in the file.
 * Front matter becomes a block of its own; HTML comments are kept apart like front matter.
 */
export function readMarkdown(source: string): TextDocument {
  const blocks: Block[] = []
  const starts: number[] = []
  const matter = frontMatterEnd(source)
  if (matter > 0) {
    blocks.push({ kind: 'matter', level: 0, text: source.slice(0, matter), marks: [] })
    starts.push(0)
  }
  const body = matter > 0 ? source.slice(0, matter).replace(/[^\n]/g, ' ') + source.slice(matter) : source

  let lists = 0
  let quotes = 0
  let open: { name: string; kind: BlockKind; from: number; to: number; marks: InlineMark[] } | null = null
  const enter = (node: SourceNode) => {
    const { name, from, to } = node
    if (open) {
      // A link's target is markup; an address standing in the text is a noun.
      const kind = name === 'URL' ? (body[from - 1] === '(' ? 'syntax' : 'code') : inlineMarks[name]
      if (kind) open.marks.push({ kind, from: from - open.from, to: to - open.from })
      return
    }
    if (name === 'ListItem') lists += 1
    else if (name === 'Blockquote') quotes += 1
    const kind = leaves[name]
    if (kind) open = { name, kind, from, to, marks: [] }
  }
  const leave = (node: SourceNode) => {
    if (node.name === 'ListItem') lists -= 1
    else if (node.name === 'Blockquote') quotes -= 1
    if (open?.from !== node.from || open.to !== node.to || open.name !== node.name) return
    const { kind, from, to, marks } = open
    open = null
    const prose = kind === 'paragraph' || kind === 'item'
    const placed = prose ? (quotes > 0 ? 'quote' : lists > 0 ? 'item' : 'paragraph') : kind
    const level = kind === 'heading' ? Number(node.name.at(-1)) : prose ? lists : 0
    blocks.push({ kind: placed, level, text: body.slice(from, to), marks })
    starts.push(from)
  }
  markdown.parse(tame(body)).iterate({ enter, leave })
  return { blocks, starts }
}

/** Length of a leading `---` … `---` block with its last line break, or 0. */
function frontMatterEnd(source: string): number {
  if (!/^---[ \t]*\r?\n/.test(source)) return 0
  const close = /\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/g
  close.lastIndex = 3
  const found = close.exec(source)
  return found ? found.index + found[0].length : 0
}

/** Turns offsets into 1-based line numbers. */
export function lineIndex(source: string): (offset: number) => number {
  const breaks: number[] = []
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) breaks.push(at)
  return offset => {
    let low = 0
    let high = breaks.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((breaks[middle] ?? 0) < offset) low = middle + 1
      else high = middle
    }
    return low + 1
  }
}
