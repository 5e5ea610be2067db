import type { JSONContent } from '@tiptap/core'
import { comment } from '../nodes/comment.ts'
import { isSafeLink } from '../safeUrl.ts'
import { readBlocks, readHtmlBlocks } from './blocks.ts'
import { definitions } from './definitions.ts'
import { grammar } from './grammar.ts'
import { textOf } from './html.ts'
import { readHtmlInline, readInline } from './inline.ts'
import { withLimit } from './limits.ts'
import { linkParts, normalLabel } from './links.ts'
import type { Notice, Reader } from './rules.ts'
import { sourceBetween } from './source.ts'
import { syntaxOf } from './syntax.ts'

const mostNotices = 100

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
