import { printHtml } from '@colloquy/shared/schema/html/print'
import { printMarkdown } from '@colloquy/shared/schema/markdown/print'
import type { Actor } from '../../kernel/actor.ts'
import { documentContent } from '../collaboration/index.ts'
import { readable } from '../documents/index.ts'

/** The text of a document as a Markdown file that begins with its title. */
export async function exportMarkdown(actor: Actor, documentId: string) {
  const { document } = await readable(actor, documentId)
  const body = printMarkdown(await documentContent(documentId))
  return { filename: `${slug(document.title)}.md`, markdown: `# ${document.title}\n\n${body}` }
}

/** The same as one HTML page that needs nothing else. */
export async function exportHtml(actor: Actor, documentId: string) {
  const { document } = await readable(actor, documentId)
  const content = await documentContent(documentId)
  return { filename: `${slug(document.title)}.html`, html: printHtml(content, { title: document.title }) }
}

const slug = (title: string): string =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80) || 'document'
