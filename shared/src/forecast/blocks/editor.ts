import type { Block, BlockKind, InlineMark, TextDocument } from '../types.ts'

/** A node as the editor stores it (`editor.getJSON()`, ProseMirror's `node.toJSON()`). */
export type EditorNode = {
  type?: string | undefined
  text?: string | undefined
  attrs?: Readonly<Record<string, unknown>> | undefined
  marks?: readonly { type: string }[] | undefined
  content?: readonly EditorNode[] | undefined
}

/** Nodes without inside: one position wide. Whatever else has no content is an empty node, two positions wide. */
const atoms = new Set([
  'image',
  'hardBreak',
  'horizontalRule',
  'mention',
  'diagram',
  'emoji',
  'inlineMath',
  'math',
])

/** Nodes that hold text directly; needed only to tell an empty textblock from an empty container. */
const textblocks = new Set(['paragraph', 'heading', 'codeBlock', 'detailsSummary'])

const inlineMarks: Readonly<Record<string, InlineMark['kind']>> = {
  code: 'code',
  link: 'link',
  bold: 'strong',
  strong: 'strong',
  italic: 'emphasis',
  em: 'emphasis',
}

/** What a container makes of the paragraphs inside it. */
const containers: Readonly<Record<string, BlockKind>> = {
  listItem: 'item',
  taskItem: 'item',
  tableCell: 'cell',
  tableHeader: 'cell',
  blockquote: 'quote',
  guidance: 'guidance',
}

/**
 * Makes a reader of editor documents. `starts` are ProseMirror positions, so `starts[block] + offset` can be selected.
 * The reader remembers what it read last: equal text gives the same block object again, which is what keeps the
 * forecast incremental.
 */
export function createEditorReader(): (document: EditorNode) => TextDocument {
  let last = new Map<string, Block>()
  return document => {
    const next = new Map<string, Block>()
    const keep = (block: Block): Block => {
      const key = `${block.kind}${block.level} ${block.marks.map(m => m.kind + m.from + m.to).join()} ${block.text}`
      const kept = last.get(key) ?? next.get(key) ?? block
      next.set(key, kept)
      return kept
    }
    const read = readNodes(document, keep)
    last = next
    return read
  }
}

/** Reads one editor document; see createEditorReader for documents that change. */
export function readEditor(document: EditorNode): TextDocument {
  return readNodes(document, block => block)
}

/** Walks with a stack of its own, because pasted documents can be nested deeper than the call stack. */
function readNodes(document: EditorNode, keep: (block: Block) => Block): TextDocument {
  const blocks: Block[] = []
  const starts: number[] = []
  const stack: { content: readonly EditorNode[]; next: number; around: BlockKind; depth: number }[] = [
    { content: document.content ?? [], next: 0, around: 'paragraph', depth: 0 },
  ]
  let position = 0
  for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
    const node = frame.content[frame.next]
    frame.next += 1
    if (!node) {
      stack.pop()
      position += 1
    } else if (node.text !== undefined) {
      position += node.text.length
    } else if (atoms.has(node.type ?? '')) {
      position += 1
    } else if (isTextblock(node)) {
      const block = readTextblock(node, frame.around, frame.depth)
      blocks.push(keep(block))
      starts.push(position + 1)
      position += block.text.length + 2
    } else {
      const item = node.type === 'listItem' || node.type === 'taskItem'
      stack.push({
        content: node.content ?? [],
        next: 0,
        around: containers[node.type ?? ''] ?? frame.around,
        depth: frame.depth + (item ? 1 : 0),
      })
      position += 1
    }
  }
  return { blocks, starts }
}

function isTextblock(node: EditorNode): boolean {
  return textblocks.has(node.type ?? '') || (node.content ?? []).some(child => child.text !== undefined)
}

function readTextblock(node: EditorNode, around: BlockKind, depth: number): Block {
  let text = ''
  const marks: InlineMark[] = []
  for (const child of node.content ?? []) {
    const from = text.length
    text += child.text ?? (child.type === 'hardBreak' ? '\n' : '\uFFFC')
    for (const mark of child.marks ?? []) {
      const kind = inlineMarks[mark.type]
      if (kind) marks.push({ kind, from, to: text.length })
    }
    if (child.type === 'image') marks.push({ kind: 'image', from, to: text.length })
  }
  if (node.type === 'heading')
    return { kind: 'heading', level: Number(node.attrs?.['level'] ?? 1), text, marks }
  const kind = node.type === 'codeBlock' ? 'code' : node.type === 'guidance' ? 'guidance' : around
  return { kind, level: kind === 'item' ? depth : 0, text, marks }
}
