import { MARKDOWN_LIMIT } from '@colloquy/shared/contract/documents'
import { Problem } from '@colloquy/shared/contract/problems'
import { parseMarkdown } from '@colloquy/shared/schema/markdown/parse'
import { withFrontMatter } from '@colloquy/shared/schema/markdown/withFrontMatter'
import { wordCount } from '@colloquy/shared/schema/wordCount'
import type { Actor } from '../../kernel/actor.ts'
import type { Bus } from '../../kernel/bus.ts'
import { createDocument, presentDocument } from '../documents/index.ts'
import { writable } from '../spaces/index.ts'
import { takeTitle } from './title.ts'

/** Makes a document of a Markdown file. It is read whole before anything is written. */
export async function importMarkdown(
  actor: Actor,
  bus: Bus,
  { spaceId, filename, markdown }: { spaceId: string; filename: string; markdown: string },
) {
  await writable(actor, spaceId)
  if (markdown.length > MARKDOWN_LIMIT) {
    throw new Problem(
      'tooLarge',
      `This file has ${inMillions(markdown.length)} million characters; up to ${inMillions(MARKDOWN_LIMIT)} can be imported. Nothing was imported. Please split it`,
    )
  }
  const { doc: parsed, frontMatter, notices } = parseMarkdown(markdown)
  const { title, doc: text } = takeTitle(parsed, frontMatter, filename)
  const { title: _title, ...others } = frontMatter
  const doc = withFrontMatter(text, others)
  const found = await createDocument(actor, bus, {
    spaceId,
    title,
    kind: 'imported',
    audience: [],
    template: null,
    content: doc,
    words: wordCount(doc),
  })
  return {
    document: presentDocument(found),
    notices: notices.map(notice => ({ line: lineAt(markdown, notice.at), message: notice.message })),
  }
}

const inMillions = (count: number) => (count / 1e6).toFixed(1)

function lineAt(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}
