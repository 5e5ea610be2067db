import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { printHtml } from '@colloquy/shared/schema/html/print'
import { parseMarkdown } from '@colloquy/shared/schema/markdown/parse'
import { printMarkdown } from '@colloquy/shared/schema/markdown/print'
import { withFrontMatter } from '@colloquy/shared/schema/markdown/withFrontMatter'
import type { JSONContent } from '@tiptap/core'
import { type Command, Option } from 'commander'

type Read = { doc: JSONContent; frontMatter: Record<string, unknown>; name: string }

const targets = {
  md: ({ doc, frontMatter }) => printMarkdown(doc, { frontMatter }),
  json: ({ doc, frontMatter }) => `${JSON.stringify(withFrontMatter(doc, frontMatter), null, 2)}\n`,
  html: ({ doc, frontMatter, name }) => printHtml(withFrontMatter(doc, frontMatter), { title: name }),
} as const satisfies Record<string, (read: Read) => string>

/** `colloquy convert FILE.md`: a Markdown file through the editor's schema, as an import takes it, printed. */
export function register(program: Command): void {
  program
    .command('convert')
    .description('Read a Markdown file as the editor does and print it. Notices go to standard error.')
    .argument('<file>', 'a Markdown file')
    .addOption(new Option('--to <format>', 'what to print').choices(Object.keys(targets)).default('md'))
    .action(convert)
}

async function convert(file: string, { to }: { to: keyof typeof targets }): Promise<void> {
  const { doc, frontMatter, notices } = parseMarkdown(await readFile(file, 'utf8'))
  for (const notice of notices) process.stderr.write(`${file}: ${notice.message}\n`)
  process.stdout.write(targets[to]({ doc, frontMatter, name: basename(file).replace(/\.\w+$/, '') }))
}
