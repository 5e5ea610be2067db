import type { JSONContent } from '@tiptap/core'
import { contentHash } from './contentHash.ts'
import { withIds } from './ids.ts'
import { nodeSize } from './nodeSize.ts'
import { levelOf } from './nodes/heading.ts'
import { plainText } from './plainText.ts'

/** A heading and what follows it up to the next heading of any level. */
export type Section = {
  /** The heading's id: it stays when the heading is renamed. Text before the first heading has the id `start`. */
  id: string
  heading: string
  /** 1–6; 0 for text before the first heading. */
  level: number
  /** The headings above and this one, outermost first. */
  path: string[]
  /** ProseMirror positions of the section in its document, heading included. */
  from: number
  to: number
  /** The words below the heading, one line per block. */
  text: string
  /** 16 hexadecimal digits over heading and content with all its marks and targets, without ids and column widths. */
  hash: string
}

/** The sections of a document in reading order. Only headings at the top level open one; one inside a quote does not. */
export const sections = (doc: JSONContent): Section[] => {
  const found: Section[] = []
  const above: { level: number; heading: string }[] = []
  let position = 0
  let current: { section: Section; content: JSONContent[] } | undefined
  const close = (): void => {
    if (!current) return
    const { section, content } = current
    const body = content.filter(node => node !== content[0] || section.level === 0)
    section.to = position
    section.text = plainText({ type: 'doc', content: body })
    section.hash = contentHash(content)
    if (section.level > 0 || section.text.trim() !== '') found.push(section)
  }
  for (const node of withIds(doc).content ?? []) {
    if (node.type === 'heading') {
      close()
      const level = levelOf(node.attrs?.['level'])
      const heading = plainText(node).replaceAll('\n', ' ').trim()
      while (above.length > 0 && (above.at(-1)?.level ?? 0) >= level) above.pop()
      above.push({ level, heading })
      const path = above.map(one => one.heading)
      current = {
        section: empty(String(node.attrs?.['id']), heading, level, path, position),
        content: [node],
      }
    } else if (current) current.content.push(node)
    else current = { section: empty('start', '', 0, [], 0), content: [node] }
    position += nodeSize(node)
  }
  close()
  return found
}

const empty = (id: string, heading: string, level: number, path: string[], from: number): Section => ({
  id,
  heading,
  level,
  path,
  from,
  to: from,
  text: '',
  hash: '',
})
