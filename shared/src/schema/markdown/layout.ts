import type { JSONContent } from '@tiptap/core'

/** Each line of a block behind `> `. */
export const quoted = (text: string): string =>
  text
    .split('\n')
    .map(line => (line ? `> ${line}` : '>'))
    .join('\n')

/** A block behind a marker such as `- `, its further lines indented by the marker's width. */
export const behind = (marker: string, text: string): string => {
  const indent = ' '.repeat(marker.length)
  return (marker + text)
    .split('\n')
    .map((line, index) => (index === 0 || !line ? line.replace(/[ \t]+$/, '') : indent + line))
    .join('\n')
}

/** Containers hold at least one block. */
export const orParagraph = (blocks: JSONContent[]): JSONContent[] =>
  blocks.length > 0 ? blocks : [{ type: 'paragraph' }]

/** List items begin with a paragraph. */
export const paragraphFirst = (blocks: JSONContent[]): JSONContent[] =>
  blocks[0]?.type === 'paragraph' ? blocks : [{ type: 'paragraph' }, ...blocks]
