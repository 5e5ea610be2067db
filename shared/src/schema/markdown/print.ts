import type { JSONContent } from '@tiptap/core'
import { blockRules, own } from '../pieces.ts'
import { giveAnchors } from './anchors.ts'
import { printFrontMatter } from './frontMatter.ts'
import { printInline } from './printInline.ts'
import type { Printer } from './rules.ts'

/**
 * Prints a document as Markdown that reads well as text and on GitHub, and reads back as an equal document. Front matter comes
 * first when there is any. The result ends with a line break.
 */
export const printMarkdown = (
  doc: JSONContent,
  { frontMatter = {} }: { frontMatter?: Readonly<Record<string, unknown>> } = {},
): string => {
  const head = printFrontMatter(frontMatter)
  const body = printer.blocks(giveAnchors(doc).content)
  // At the very top a rule of dashes would open front matter.
  return `${head}${head ? body : body.replace(/^---(?=\n|$)/, '***')}\n`
}

const printUnknown = ({ content }: JSONContent): string =>
  content?.some(child => child.type === 'text') ? printer.inline(content, 'lines') : printer.blocks(content)

const printer: Printer = {
  blocks: nodes => {
    let family: string | undefined
    let run = 0
    return (nodes ?? [])
      .map(node => {
        const rule = own(blockRules, node.type)
        run = rule?.family !== undefined && rule.family === family ? run + 1 : 0
        family = rule?.family
        // A block this schema does not know comes from a newer one: its text is kept.
        return rule ? rule.print(node, printer, run) : printUnknown(node)
      })
      .join('\n\n')
  },
  inline: (nodes, place) => printInline(nodes ?? [], place),
}
