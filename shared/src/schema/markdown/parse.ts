import type { JSONContent } from '@tiptap/core'
import { Problem } from '../../contract/problems.ts'
import { canonical } from '../canonical.ts'
import { comment } from '../nodes/comment.ts'
import { isSafeLink } from '../safeUrl.ts'
import { takeAnchors } from './anchors.ts'
import { readBlocks, readHtmlBlocks } from './blocks.ts'
import { readFrontMatter } from './frontMatter.ts'
import { grammar } from './grammar.ts'
import { textOf } from './html.ts'
import { readHtmlInline, readInline } from './inline.ts'
import { withLimit } from './limits.ts'
import { address, linkParts, normalLabel, titleOf } from './links.ts'
import type { Notice, Reader, Syntax } from './rules.ts'
import { sourceBetween } from './source.ts'
import { syntaxOf } from './syntax.ts'

export type { Notice } from './rules.ts'

/** The longest Markdown that is read, in characters. */
export const longestMarkdown = 5_000_000

const mostNotices = 100

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

/** Reads Markdown from an offset on, after any front matter. With `known` footnotes a part can be read by itself. */
export const readDocument = (
  source: string,
  from: number,
  notices: Notice[],
  known?: ReadonlySet<string>,
): JSONContent => {
  const text = source.slice(from)
  const limited = withLimit(grammar, at =>
    notices.push({
      code: 'longBlock',
      message: 'Too many signs in a row; this part was read as plain text.',
      at: at + from,
    }),
  )
  const syntax = syntaxOf(limited.parse(text))
  const { references, footnotes } = definitions(syntax, text)
  const reader: Reader = {
    source: (start, end, inside) => sourceBetween(text, start, end, inside),
    column: at => at - (text.lastIndexOf('\n', at - 1) + 1),
    blocks: parent => readBlocks(parent, reader),
    inline: (parent, start = parent.from, end = parent.to) =>
      readInline(parent, start, end, parent.name === 'TableCell' ? cellReader : reader),
    htmlBlocks: children => readHtmlBlocks(children, reader),
    htmlInline: children => readHtmlInline(children, reader),
    htmlText: textOf,
    link: syntax => linkParts(syntax, reader),
    reference: label => {
      const reference = references.get(normalLabel(label))
      if (reference) reference.used = true
      return reference
    },
    hasFootnote: label => footnotes.has(label) || (known?.has(label) ?? false),
    target: (href, at) => {
      if (isSafeLink(href)) return href
      reader.notice(
        'unsafeLink',
        `A link to “${href.slice(0, 60)}” is not safe to follow. Its text was kept.`,
        at,
      )
      return null
    },
    notice: (code, message, at) => {
      // A hundred times the same is one thing to tell.
      const isNew = !notices.some(notice => notice.code === code && notice.message === message)
      if (isNew && notices.length < mostNotices) notices.push({ code, message, at: at + from })
    },
  }
  // Bars are escaped wherever they stand in a cell, also in code.
  const cellReader: Reader = {
    ...reader,
    source: (...range) => reader.source(...range).replaceAll('\\|', '|'),
  }
  const content = reader.blocks(syntax)
  // A reference nobody uses shows nowhere; a comment keeps it.
  for (const { written, used } of references.values()) if (!used) content.push(comment(` ${written} `))
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] }
}

type Reference = { href: string; title: string | null; written: string; used: boolean }

/** Reference links and footnotes may be defined anywhere, also after they are used. The first definition counts. */
const definitions = (root: Syntax, text: string) => {
  const references = new Map<string, Reference>()
  const footnotes = new Set<string>()
  const reader = {
    source: (from: number, to: number, inside?: Syntax) => sourceBetween(text, from, to, inside),
  }
  const visit: Syntax[] = [root]
  for (let syntax = visit.pop(); syntax; syntax = visit.pop()) {
    if (syntax.name === 'LinkReference') {
      const [label, url, title] = ['LinkLabel', 'URL', 'LinkTitle'].map(name =>
        syntax?.children.find(child => child.name === name),
      )
      const name = label ? normalLabel(text.slice(label.from + 1, label.to - 1)) : ''
      if (url && !references.has(name))
        references.set(name, {
          href: address(url, reader),
          title: title ? titleOf(title, reader) : null,
          written: reader.source(syntax.from, syntax.to, syntax),
          used: false,
        })
    } else if (syntax.name === 'FootnoteLabel') footnotes.add(text.slice(syntax.from + 2, syntax.to - 2))
    else
      for (let index = syntax.children.length - 1; index >= 0; index--)
        visit.push(syntax.children[index] ?? syntax)
  }
  return { references, footnotes }
}
