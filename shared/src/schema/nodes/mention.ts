import { mergeAttributes, Node } from '@tiptap/core'
import { dataAttribute } from '../attributes.ts'
import { destination, escapeAll } from '../markdown/escape.ts'
import type { InlineRule } from '../markdown/rules.ts'

/** A person named in the text: the account's id, and the name as it was when written. In Markdown a link to `mention:<id>`. */
export const Mention = Node.create({
  name: 'mention',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: false,
  addAttributes: () => ({ id: dataAttribute('mention'), label: dataAttribute('label') }),
  parseHTML: () => [{ tag: 'span[data-mention]' }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'span',
    mergeAttributes(HTMLAttributes, { 'data-mention': node.attrs['id'] }),
    `@${node.attrs['label'] ?? node.attrs['id']}`,
  ],
  renderText: ({ node }) => `@${node.attrs['label'] ?? node.attrs['id']}`,
})

export const mentionRule: InlineRule = {
  print: node => {
    const { id, label } = node.attrs ?? {}
    return `[@${escapeAll(String(label ?? id ?? ''))}](${destination(`mention:${id ?? ''}`)})`
  },
}

/** Gives the node a link stands for, if it goes to a person or a document of the workspace rather than to an address. */
export const readWorkspaceLink = (href: string, text: string) => {
  const [, kind, id] = /^(mention|document|decision):(.+)$/.exec(href) ?? []
  if (!kind || !id) return null
  if (kind === 'mention') {
    const label = text.replace(/^@/, '')
    return { type: 'mention', attrs: { id, label: label === id ? null : label || null } }
  }
  return { type: 'documentReference', attrs: { kind, id, label: text || null } }
}
