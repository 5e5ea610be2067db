import { mergeAttributes, Node } from '@tiptap/core'
import { attribute } from '../markdown/escape.ts'
import type { InlineRule } from '../markdown/rules.ts'

/** A place in the text that links can go to, `<a id="…"></a>`. In front of a heading it is that heading's id instead. */
export const Anchor = Node.create({
  name: 'anchor',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({
    id: { default: null, parseHTML: element => element.getAttribute('id') ?? element.getAttribute('name') },
  }),
  parseHTML: () => [{ tag: 'a[id]:not([href])' }, { tag: 'a[name]:not([href])' }],
  renderHTML: ({ HTMLAttributes }) => ['a', mergeAttributes(HTMLAttributes)],
})

/** Read where start and end tags are paired, see `markdown/inline.ts`. */
export const anchorRule: InlineRule = {
  print: node => `<a id="${attribute(String(node.attrs?.['id'] ?? ''))}"></a>`,
}
