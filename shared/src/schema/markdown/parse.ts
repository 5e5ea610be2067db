import type { JSONContent } from '@tiptap/core'
import { Problem } from '../../contract/problems.ts'
import { canonical } from '../canonical.ts'
import { takeAnchors } from './anchors.ts'
import { readDocument } from './document.ts'
import { readFrontMatter } from './frontMatter.ts'
import type { Notice } from './rules.ts'

export type { Notice } from './rules.ts'

/** The longest Markdown that is read, in characters. */
export const longestMarkdown = 5_000_000

export type ParsedMarkdown = { doc: JSONContent; frontMatter: Record<string, unknown>; notices: Notice[] }

/**
 * Reads a Markdown file: CommonMark and GitHub's additions, footnotes, formulas, callouts, front matter, and the harmless part
 * of HTML. What is not understood is kept as text, and `notices` tells where. Throws `Problem('tooLarge')` past
 * `longestMarkdown`; nothing else is thrown, whatever the text.
 */
export const parseMarkdown = (text: string): ParsedMarkdown => {
  if (text.length > longestMarkdown)
    throw new Problem(
      'tooLarge',
      `The file has ${text.length} characters; up to ${longestMarkdown} can be read.`,
    )
  const source = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '\ufffd')
  const notices: Notice[] = []
  const { frontMatter, kept, body } = readFrontMatter(source, notices)
  const read = readDocument(source, body, notices)
  const doc = kept === undefined ? read : { ...read, content: [keptMatter(kept), ...(read.content ?? [])] }
  return { doc: canonical(takeAnchors(doc)), frontMatter, notices }
}

const keptMatter = (yaml: string): JSONContent => ({
  type: 'codeBlock',
  attrs: { language: 'yaml' },
  content: [{ type: 'text', text: yaml }],
})
