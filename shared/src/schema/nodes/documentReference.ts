import { mergeAttributes, Node } from '@tiptap/core'
import { dataAttribute } from '../attributes.ts'
import { destination, escapeAll } from '../markdown/escape.ts'
import type { InlineRule } from '../markdown/rules.ts'

/**
 * A document or decision of the workspace named in the text. The screen shows its title and state as they are now; `label` is
 * the title when it was written. In Markdown a link to `document:<id>` or `decision:<number>`, read back by `mention.ts`.
 */
export const DocumentReference = Node.create({
  name: 'documentReference',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({
    kind: { ...dataAttribute('kind'), default: 'document' },
    id: dataAttribute('reference'),
    label: dataAttribute('label'),
  }),
  parseHTML: () => [{ tag: 'span[data-reference]' }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'span',
    mergeAttributes(HTMLAttributes, { 'data-reference': node.attrs['id'] }),
    String(node.attrs['label'] ?? node.attrs['id']),
  ],
  renderText: ({ node }) => String(node.attrs['label'] ?? node.attrs['id']),
})

export const documentReferenceRule: InlineRule = {
  print: node => {
    const { id, label } = node.attrs ?? {}
    const kind = node.attrs?.['kind'] === 'decision' ? 'decision' : 'document'
    return `[${escapeAll(String(label ?? ''))}](${destination(`${kind}:${id ?? ''}`)})`
  },
}
