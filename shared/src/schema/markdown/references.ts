import type { BlockContext, LeafBlock, LeafBlockParser, Line, MarkdownConfig } from '@lezer/markdown'

/** `[label]: target "title"`, the target and the title each on the same line or the next. */
const definition =
  /^\[((?:[^\\[\]]|\\[\s\S])+)\]:[ \t]*\n?[ \t]*(<(?:[^<>\n\\]|\\.)*>|[^\s<]\S*)(?:(?:[ \t]+|[ \t]*\n[ \t]*)("(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|\((?:[^()\\]|\\[\s\S])*\)))?[ \t]*(?=\n|$)/

/** A definition longer than this is text. */
const longest = 3000

/**
 * Definitions of reference links. The library's own rule reads a paragraph anew for each of its lines when it begins with a
 * bracket, which takes minutes for a long one; this one gives up early.
 */
export const references: MarkdownConfig = {
  parseBlock: [
    {
      name: 'LinkReference',
      leaf: (_, leaf) =>
        leaf.content.startsWith('[') && !leaf.content.startsWith('[^') ? new Definition() : null,
    },
  ],
}

class Definition implements LeafBlockParser {
  nextLine(context: BlockContext, line: Line, leaf: LeafBlock): boolean {
    if (leaf.content.length + line.text.length > longest) return false
    const content = `${leaf.content}\n${line.text.slice(line.pos)}`
    const length = definition.exec(content)?.[0].length
    return length === leaf.content.length && this.add(context, leaf)
  }

  finish(context: BlockContext, leaf: LeafBlock): boolean {
    if (leaf.content.length > longest) return false
    return definition.exec(leaf.content)?.[0].length === leaf.content.length && this.add(context, leaf)
  }

  private add(context: BlockContext, leaf: LeafBlock): boolean {
    const match = definition.exec(leaf.content)
    if (!match) return false
    const [whole, label = '', target = '', title] = match
    const start = leaf.start
    const afterLabel = start + label.length + 2
    const targetAt = start + whole.indexOf(target, label.length + 3)
    const parts = [
      context.elt('LinkLabel', start, afterLabel),
      context.elt('LinkMark', afterLabel, afterLabel + 1),
      context.elt('URL', targetAt, targetAt + target.length),
    ]
    if (title !== undefined) {
      const titleAt = start + whole.lastIndexOf(title)
      parts.push(context.elt('LinkTitle', titleAt, titleAt + title.length))
    }
    context.addLeafElement(leaf, context.elt('LinkReference', start, start + whole.length, parts))
    return true
  }
}
