import { Heading as TiptapHeading } from '@tiptap/extension-heading'
import { idAttribute } from '../attributes.ts'
import type { BlockRule } from '../markdown/rules.ts'

/** A heading opens a section; its id is the section's. */
export const Heading = TiptapHeading.extend({
  addAttributes() {
    return { ...this.parent?.(), id: idAttribute }
  },
}).configure({ levels: [1, 2, 3, 4, 5, 6] })

/**
 * In Markdown a heading's id is what readers of Markdown derive from its text, and needs no writing. An id that differs,
 * because the heading was renamed, is written as an anchor in front of the text: `## <a id="risks"></a>What may go wrong`.
 * Printing and reading of that anchor happen over the whole document, see `markdown/anchors.ts`.
 */
export const headingRule: BlockRule = {
  syntax: [
    'ATXHeading1',
    'ATXHeading2',
    'ATXHeading3',
    'ATXHeading4',
    'ATXHeading5',
    'ATXHeading6',
    'SetextHeading1',
    'SetextHeading2',
  ],
  read: (syntax, reader) => [heading(Number(syntax.name.at(-1)), reader.inline(syntax))],
  tags: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
  readHtml: (element, reader) => {
    const read = heading(Number(element.tag.name.at(-1)), reader.htmlInline(element.children))
    const id = element.tag.attributes['id']
    return id ? [{ ...read, attrs: { ...read.attrs, id } }] : [read]
  },
  print: (node, printer) => {
    const text = printer.inline(node.content, 'line')
    const marks = '#'.repeat(levelOf(node.attrs?.['level']))
    return text ? `${marks} ${text}` : marks
  },
}

/** A heading's level, 1 where the attribute is none: clients may have written anything. */
export const levelOf = (level: unknown): number =>
  typeof level === 'number' && level >= 1 && level <= 6 ? level : 1

const heading = (level: number, content: object[]) => ({
  type: 'heading',
  attrs: { level, id: null },
  ...(content.length > 0 ? { content } : {}),
})
