import { mergeAttributes, Node } from '@tiptap/core'
import type { BlockRule, InlineRule } from '../markdown/rules.ts'

const attributes = () => ({
  text: {
    default: '',
    parseHTML: (element: HTMLElement) => element.getAttribute('data-comment') ?? '',
    renderHTML: (attrs: Record<string, unknown>) => ({ 'data-comment': String(attrs['text'] ?? '') }),
  },
})

/** An HTML comment on lines of its own. It is kept, for tools read such comments, and it is not part of the text. */
export const Comment = Node.create({
  name: 'comment',
  group: 'block',
  atom: true,
  addAttributes: attributes,
  parseHTML: () => [{ tag: 'div[data-comment]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes(HTMLAttributes, { hidden: '' })],
})

/** An HTML comment inside a paragraph. */
export const InlineComment = Node.create({
  name: 'inlineComment',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: attributes,
  parseHTML: () => [{ tag: 'span[data-comment]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', mergeAttributes(HTMLAttributes, { hidden: '' })],
})

/** A comment ends at the first `-->`, so one inside it is written with an entity; comments do not resolve entities otherwise. */
export const commentMarkdown = (text: string): string => `<!--${text.replaceAll('-->', '--&gt;')}-->`

export const commentRule: BlockRule = {
  print: node => commentMarkdown(String(node.attrs?.['text'] ?? '')),
}

export const inlineCommentRule: InlineRule = {
  syntax: ['Comment'],
  read: (syntax, reader) => [
    {
      type: 'inlineComment',
      attrs: { text: reader.source(syntax.from, syntax.to, syntax).slice(4, -3).replaceAll('\n', ' ') },
    },
  ],
  print: node => commentMarkdown(String(node.attrs?.['text'] ?? '')).replaceAll('\n', ' '),
}

export const comment = (text: string) => ({ type: 'comment', attrs: { text } })
