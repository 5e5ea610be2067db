import type { JSONContent } from '@tiptap/core'
import { CodeBlock as TiptapCodeBlock } from '@tiptap/extension-code-block'
import { dataAttribute } from '../attributes.ts'
import { fenced } from '../markdown/fence.ts'
import type { BlockRule } from '../markdown/rules.ts'
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
    const lines = syntax.children.filter(child => child.name === 'CodeText')
    const text = lines.map(line => reader.source(line.from, line.to)).join('')
    const [, language = '', meta = ''] =
      /^(\S*)\s*([\s\S]*)$/.exec(info ? reader.source(info.from, info.to) : '') ?? []
    if (language === 'html' && meta === 'raw') return [htmlBlock(text)]
    if (language === 'math' && !meta) return [blockMath(text)]
    return [codeBlock(text, language || null, meta || null)]
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
    const info = [language || (meta ? 'text' : ''), meta].filter(Boolean).join(' ')
    return fenced(info, (node.content ?? []).map(child => child.text ?? '').join(''))
  },
}

const codeBlock = (text: string, language: string | null, meta: string | null): JSONContent => ({
  type: 'codeBlock',
  attrs: { language, meta },
  ...(text ? { content: [{ type: 'text', text }] } : {}),
})
