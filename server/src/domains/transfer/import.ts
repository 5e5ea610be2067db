import { MARKDOWN_LIMIT } from '@colloquy/shared/contract/documents'
import { Problem } from '@colloquy/shared/contract/problems'
import type { Actor } from '../../kernel/actor.ts'
import type { Bus } from '../../kernel/bus.ts'
import { createDocument, presentDocument } from '../documents/index.ts'
import { writable } from '../spaces/index.ts'
import { parse } from './parse.ts'

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
  const { title, doc, notices, words } = await parse(markdown, filename)
  const found = await createDocument(actor, bus, {
    spaceId,
    title,
    kind: 'imported',
    audience: [],
    template: null,
    content: doc,
    words,
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
