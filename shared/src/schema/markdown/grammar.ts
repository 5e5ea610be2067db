import { type BlockContext, GFM, type Line, type MarkdownConfig, parser } from '@lezer/markdown'

import { htmlBlocks, isInside } from './htmlBlocks.ts'
import { shallow } from './limits.ts'
import { references } from './references.ts'

/** `[^label]: text`, further blocks indented by four, and `[^label]` in the text. */
const footnotes: MarkdownConfig = {
  defineNodes: [
    {
      name: 'FootnoteDefinition',
      block: true,
      composite: (_, line, indent) => {
        if (line.next >= 0 && line.indent < line.baseIndent + indent) return false
        line.moveBaseColumn(line.baseIndent + indent)
        return true
      },
    },
    'FootnoteLabel',
    'FootnoteReference',
  ],
  parseBlock: [
    {
      name: 'FootnoteDefinition',
      before: 'LinkReference',
      parse: (context, line) => {
        const label = footnoteOpening(line)
        if (!label) return false
        context.startComposite('FootnoteDefinition', line.pos, 4)
        const from = context.lineStart + line.pos
        context.addElement(context.elt('FootnoteLabel', from, from + label.length))
        line.moveBase(line.pos + label.length)
        return null
      },
      endLeaf: (_, line) => footnoteOpening(line) !== undefined,
    },
  ],
  parseInline: [
    {
      name: 'FootnoteReference',
      before: 'Link',
      parse: (context, next, position) => {
        if (next !== 91 || context.char(position + 1) !== 94) return -1
        const label = /^\[\^[^\s[\]]{1,100}\]/.exec(
          context.slice(position, Math.min(position + 104, context.end)),
        )
        if (!label) return -1
        return context.addElement(context.elt('FootnoteReference', position, position + label[0].length))
      },
    },
  ],
}

const footnoteOpening = (line: Line): string | undefined =>
  line.next === 91 && line.indent < line.baseIndent + 4
    ? /^\[\^[^\s[\]]{1,100}\]:/.exec(line.text.slice(line.pos, line.pos + 110))?.[0]
    : undefined

/** `$$` lines with a formula between them, `$formula$` in the text, and GitHub's `` $`formula`$ ``. */
const math: MarkdownConfig = {
  defineNodes: [{ name: 'BlockMath', block: true }, 'InlineMath', 'MathText'],
  parseBlock: [
    {
      name: 'BlockMath',
      before: 'FencedCode',
      parse: (context, line) => parseBlockMath(context, line),
      endLeaf: (_, line) => line.text.slice(line.pos).trim() === '$$',
    },
  ],
  parseInline: [
    {
      name: 'InlineMath',
      before: 'Emphasis',
      parse: (context, next, position) => {
        if (next !== 36) return -1
        // A formula ends on its own line or the next few, so a lone dollar sign looks no further than this.
        const rest = context.slice(position, Math.min(position + 1000, context.end))
        const before = position > context.offset ? context.slice(position - 1, position) : ''
        const plain = /[\w$]/.test(before)
          ? null
          : /^\$(?![\s$`])((?:\\[\s\S]|[^\\$])*?[^\s\\$])\$(?![\w$])/.exec(rest)
        const formula = /^\$`([^`]+)`\$/.exec(rest) ?? plain
        const inside = formula?.[1]
        if (!formula || inside === undefined) return -1
        const from = position + (formula[0].length - inside.length) / 2
        const text = context.elt('MathText', from, from + inside.length)
        return context.addElement(context.elt('InlineMath', position, position + formula[0].length, [text]))
      },
    },
  ],
}

const parseBlockMath = (context: BlockContext, line: Line): boolean => {
  if (line.next !== 36 || line.indent >= line.baseIndent + 4 || line.text.slice(line.pos).trim() !== '$$')
    return false
  const from = context.lineStart + line.pos
  const lines = []
  let to = context.lineStart + line.text.length
  while (context.nextLine() && isInside(context, line)) {
    to = context.lineStart + line.text.length
    if (line.text.slice(line.pos).trim() === '$$') {
      context.nextLine()
      break
    }
    lines.push(context.elt('MathText', context.lineStart + Math.min(line.basePos, line.text.length), to))
  }
  context.addElement(context.elt('BlockMath', from, to, lines))
  return true
}

/** CommonMark with GitHub's tables, tasks, strikethrough and bare addresses, and our footnotes and formulas. */
export const grammar = parser.configure([GFM, htmlBlocks, references, footnotes, math, shallow])
