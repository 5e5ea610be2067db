import { mergeAttributes, Node } from '@tiptap/core'
import { fenced } from '../markdown/fence.ts'
import type { BlockRule, InlineRule } from '../markdown/rules.ts'

const latex = () => ({
  latex: {
    default: '',
    parseHTML: (element: HTMLElement) => element.getAttribute('data-latex') ?? '',
    renderHTML: (attrs: Record<string, unknown>) => ({ 'data-latex': String(attrs['latex'] ?? '') }),
  },
})

/** A formula in the text, in LaTeX. */
export const InlineMath = Node.create({
  name: 'inlineMath',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: latex,
  parseHTML: () => [{ tag: 'span[data-latex]' }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'span',
    mergeAttributes(HTMLAttributes),
    String(node.attrs['latex']),
  ],
  renderText: ({ node }) => String(node.attrs['latex']),
})

/** A formula on lines of its own. */
export const BlockMath = Node.create({
  name: 'blockMath',
  group: 'block',
  atom: true,
  addAttributes: latex,
  parseHTML: () => [{ tag: 'div[data-latex]' }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'div',
    mergeAttributes(HTMLAttributes),
    String(node.attrs['latex']),
  ],
  renderText: ({ node }) => String(node.attrs['latex']),
})

export const inlineMathRule: InlineRule = {
  syntax: ['InlineMath'],
  read: (syntax, reader) => {
    const text = syntax.children.find(child => child.name === 'MathText')
    const formula = text ? reader.source(text.from, text.to, syntax).replaceAll('\n', ' ') : ''
    return [{ type: 'inlineMath', attrs: { latex: formula } }]
  },
  print: (node, _, strict) => {
    const formula = String(node.attrs?.['latex'] ?? '').replaceAll('\n', ' ')
    return !strict && /^(?![\s`])(\\.|[^\\$])*(?<![\s\\])$/.test(formula)
      ? `$${formula}$`
      : `$\`${formula}\`$`
  },
}

export const blockMathRule: BlockRule = {
  syntax: ['BlockMath'],
  read: (syntax, reader) => {
    const lines = syntax.children.filter(child => child.name === 'MathText')
    return [blockMath(lines.map(line => reader.source(line.from, line.to)).join('\n'))]
  },
  print: node => {
    const formula = String(node.attrs?.['latex'] ?? '')
    return /^[ \t]*\$\$[ \t]*$/m.test(formula)
      ? fenced('math', formula)
      : `$$\n${formula ? `${formula}\n` : ''}$$`
  },
}

export const blockMath = (formula: string) => ({ type: 'blockMath', attrs: { latex: formula } })
