import { mergeAttributes, Node } from '@tiptap/core'
import type { BlockRule } from '../markdown/rules.ts'

/**
 * A template's advice on what to write here. The editor shows it as a hint and removes it when one writes; it is no part of
 * the document's text. In Markdown a comment, `<!-- guidance: … -->`.
 */
export const Guidance = Node.create({
  name: 'guidance',
  group: 'block',
  content: 'text*',
  marks: '',
  defining: true,
  parseHTML: () => [{ tag: 'div[data-guidance]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes(HTMLAttributes, { 'data-guidance': '' }), 0],
})

export const guidanceRule: BlockRule = {
  print: node => {
    const text = (node.content ?? []).map(child => child.text ?? '').join('')
    return `<!-- guidance: ${text.replaceAll('-->', '→').replaceAll('\n', '\n\n')} -->`
  },
}

/** Gives guidance for a comment that is some. Lines are joined, paragraphs stay apart by one line break. */
export const readGuidance = (comment: string) => {
  const text = /^\s*guidance:\s*([\s\S]*?)\s*$/.exec(comment)?.[1]
  if (text === undefined) return null
  const lines = text.split(/\n\s*\n\s*/).map(line => line.replace(/\s*\n\s*/g, ' '))
  const content = text ? { content: [{ type: 'text', text: lines.join('\n') }] } : {}
  return { type: 'guidance', ...content }
}
