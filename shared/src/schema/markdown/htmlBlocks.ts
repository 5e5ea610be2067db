import type { BlockContext, Element, Line, MarkdownConfig } from '@lezer/markdown'

const blockNames =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|source|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul'

/** The seven kinds of HTML block of CommonMark: how each begins, and how it ends; null is a blank line. */
const kinds: readonly { begins: RegExp; ends: RegExp | null; name?: string }[] = [
  { begins: /^<(?:script|pre|style|textarea)(?:\s|>|$)/i, ends: /<\/(?:script|pre|style|textarea)>/i },
  { begins: /^<!--/, ends: /-->/, name: 'CommentBlock' },
  { begins: /^<\?/, ends: /\?>/, name: 'ProcessingInstructionBlock' },
  { begins: /^<![a-z]/i, ends: />/ },
  { begins: /^<!\[CDATA\[/, ends: /\]\]>/ },
  { begins: new RegExp(`^</?(?:${blockNames})(?:\\s|/?>|$)`, 'i'), ends: null },
  {
    begins:
      /^(?:<\/[a-z][\w-]*\s*>|<[a-z][\w-]*(?:\s+[a-z:_][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>)\s*$/i,
    ends: null,
  },
]

/**
 * Blocks of HTML. The library's own rule looks for the blank line that ends one in the whole line, and so never finds it inside
 * a quote, where a blank line is `>`; this one looks behind the quote's sign.
 */
export const htmlBlocks: MarkdownConfig = {
  parseBlock: [{ name: 'HTMLBlock', parse: (context, line) => parseHtmlBlock(context, line) }],
}

const parseHtmlBlock = (context: BlockContext, line: Line): boolean => {
  if (line.next !== 60) return false
  const opening = line.text.slice(line.pos)
  const kind = kinds.find(({ begins }) => begins.test(opening))
  if (!kind) return false
  const from = context.lineStart + line.pos
  let to = context.lineStart + line.text.length
  const markers: Element[] = []
  let ended = kind.ends?.test(opening) ?? false
  while (context.nextLine() && isInside(context, line) && !ended) {
    const text = line.text.slice(line.basePos)
    if (!kind.ends && text.trim() === '') break
    markers.push(...line.markers)
    to = context.lineStart + line.text.length
    ended = kind.ends?.test(text) ?? false
  }
  context.addElement(context.elt(kind.name ?? 'HTMLBlock', from, to, markers))
  return true
}

// reason: how many containers a line is inside is not in the parser's types, yet its own fenced code ends by it too
export const isInside = (context: BlockContext, line: Line & { depth?: number }): boolean =>
  (line.depth ?? context.depth) >= context.depth
