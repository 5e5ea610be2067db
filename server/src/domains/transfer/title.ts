import { plainText } from '@colloquy/shared/schema/plainText'
import type { JSONContent } from '@tiptap/core'

const LONGEST = 200

/**
 * The title of an imported file: `title` of its front matter, its only first-level heading when the text begins
 * with it (which then leaves the text), or the file's name.
 */
export function takeTitle(
  doc: JSONContent,
  frontMatter: Record<string, unknown>,
  filename: string,
): { title: string; doc: JSONContent } {
  const blocks = doc.content ?? []
  const [first, ...rest] = blocks
  const firstLevel = blocks.filter(block => block.type === 'heading' && block.attrs?.['level'] === 1)
  const heading = first && firstLevel.length === 1 && firstLevel[0] === first ? plainText(first).trim() : ''
  const written = typeof frontMatter['title'] === 'string' ? frontMatter['title'].trim() : ''
  if (heading && heading.length <= LONGEST && (!written || written === heading)) {
    return { title: heading, doc: { ...doc, content: rest.length > 0 ? rest : [{ type: 'paragraph' }] } }
  }
  const name = filename.replace(/^.*[\\/]/, '').replace(/\.(md|markdown|txt)$/i, '')
  return { title: (written || name || 'Untitled').slice(0, LONGEST), doc }
}
