import type { JSONContent } from '@tiptap/core'

/** Nodes whose words are in an attribute rather than in text. */
const words: Record<string, (attrs: Record<string, unknown>) => unknown> = {
  hardBreak: () => '\n',
  image: attrs => attrs['alt'],
  mention: attrs => `@${attrs['label'] ?? attrs['id'] ?? ''}`,
  documentReference: attrs => attrs['label'] ?? attrs['id'],
  inlineMath: attrs => attrs['latex'],
  blockMath: attrs => attrs['latex'],
}

const isWorded = (node: JSONContent): boolean => node.type !== undefined && Object.hasOwn(words, node.type)

/** Blocks that hold text directly; what follows one stands on a new line. */
const isTextBlock = (node: JSONContent): boolean =>
  (node.content ?? []).some(child => child.type === 'text' || isWorded(child))

/**
 * The words of a document or a part of it, one line per block: text, alternative texts, names and formulas, without any
 * mark-up. Comments, guidance and anchors are not part of the text.
 */
export const plainText = (node: JSONContent): string => {
  const lines: string[] = []
  collect(node, lines)
  return lines.join('\n')
}

const collect = (node: JSONContent, lines: string[]): void => {
  if (node.type === 'text') {
    lines.push(node.text ?? '')
    return
  }
  const own = isWorded(node) ? words[node.type ?? ''] : undefined
  if (own) {
    const text = own(node.attrs ?? {})
    if (text !== null && text !== undefined && text !== '') lines.push(String(text))
    return
  }
  if (node.type === 'comment' || node.type === 'guidance') return
  if (!isTextBlock(node)) {
    for (const child of node.content ?? []) collect(child, lines)
    return
  }
  const inside: string[] = []
  for (const child of node.content ?? []) collect(child, inside)
  lines.push(inside.join(''))
}
