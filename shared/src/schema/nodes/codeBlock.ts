import type { JSONContent } from '@tiptap/core'
import { CodeBlock as TiptapCodeBlock } from '@tiptap/extension-code-block'
import { dataAttribute } from '../attributes.ts'
import { fenced } from '../markdown/fence.ts'
import type { BlockRule, Reader, Syntax } from '../markdown/rules.ts'
import { htmlBlock } from './htmlBlock.ts'
import { blockMath } from './math.ts'

/**
 * Code in a language; `mermaid` is shown as its diagram. `meta` is what follows the language on the fence (a title,
 * lines to highlight): other tools read it, so it is kept.
 */
export const CodeBlock = TiptapCodeBlock.extend({
  addAttributes() {
    return { ...this.parent?.(), meta: dataAttribute('meta') }
  },
})

export const codeBlockRule: BlockRule = {
  syntax: ['FencedCode', 'CodeBlock'],
  read: (syntax, reader) => {
    const info = syntax.children.find(child => child.name === 'CodeInfo')
    const text = codeOf(syntax, reader)
    const [, language = '', meta = ''] =
      /^(\S*)\s*([\s\S]*)$/.exec(info ? reader.source(info.from, info.to) : '') ?? []
    if (language === 'html' && meta === 'raw') return [htmlBlock(text)]
    if (language === 'math' && !meta) return [blockMath(text)]
    return [codeBlock(text, language || null, meta.replace(/\s+/g, ' ') || null)]
  },
  tags: ['pre'],
  readHtml: (element, reader) => {
    const inner = element.children.find(child => child.kind === 'element' && child.tag.name === 'code')
    const names = inner?.kind === 'element' ? (inner.tag.attributes['class'] ?? '') : ''
    const language = /(?:^|\s)language-(\S+)/.exec(names)?.[1] ?? null
    return [codeBlock(reader.htmlText(element.children).replace(/^\n|\n$/g, ''), language, null)]
  },
  print: node => {
    const { language, meta } = node.attrs ?? {}
    const info = [language || (meta ? 'text' : ''), meta].filter(Boolean).join(' ').replace(/\s+/g, ' ')
    return fenced(info, (node.content ?? []).map(child => child.text ?? '').join(''))
  },
}

/** The code without the white space that the opening fence stands in by, up to three columns. */
const codeOf = (syntax: Syntax, reader: Reader): string => {
  const pieces = syntax.children.filter(child => child.name === 'CodeText')
  const text = pieces.map(piece => reader.source(piece.from, piece.to)).join('')
  const first = pieces.find(piece => reader.source(piece.from, piece.from + 1) !== '\n')
  const indent =
    first && syntax.name === 'FencedCode' ? reader.column(syntax.from) - reader.column(first.from) : 0
  return indent > 0 && indent < 4 ? text.replace(new RegExp(`^ {1,${indent}}`, 'gm'), '') : text
}

const codeBlock = (text: string, language: string | null, meta: string | null): JSONContent => ({
  type: 'codeBlock',
  attrs: { language, meta },
  ...(text ? { content: [{ type: 'text', text }] } : {}),
})
