import { readFile } from 'node:fs/promises'
import { parseMarkdown } from '@colloquy/shared/schema/markdown/parse'
import { printMarkdown } from '@colloquy/shared/schema/markdown/print'
import type { JSONContent } from '@tiptap/core'
import { type Command, Option } from 'commander'

const targets = {
  md: (doc: JSONContent) => printMarkdown(doc),
  json: (doc: JSONContent) => `${JSON.stringify(doc, null, 2)}\n`,
} as const satisfies Record<string, (doc: JSONContent) => string>

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
  const { doc, notices } = parseMarkdown(await readFile(file, 'utf8'))
  for (const notice of notices) process.stderr.write(`${file}: ${notice.message}\n`)
  process.stdout.write(targets[to](doc))
}
