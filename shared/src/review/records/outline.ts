import { parser } from '@lezer/markdown'

type SyntaxNode = ReturnType<typeof parser.parse>['topNode']

/** A heading with the text up to the next heading of any level. */
export type Block = { level: number; heading: string; body: string; items: string[] }

/**
 * Cuts Markdown at its headings, which code blocks and quotes cannot fake. The first block has level 0 and is what comes
 * before any heading. `items` are the entries of the lists directly in the block, without their bullets.
 */
export function outline(markdown: string): Block[] {
  const blocks: Block[] = []
  let current: Block & { start: number } = { level: 0, heading: '', body: '', items: [], start: 0 }
  const finish = (end: number) => {
    const { start, ...block } = current
    blocks.push({ ...block, body: uncomment(markdown.slice(start, end)).trim() })
  }
  for (const node of children(parser.parse(markdown).topNode)) {
    const level = /^(?:ATX|Setext)Heading(\d)$/.exec(node.name)?.[1]
    if (level !== undefined) {
      finish(node.from)
      const heading = headingText(markdown, node)
      current = { level: Number(level), heading, body: '', items: [], start: node.to }
    } else if (node.name === 'BulletList' || node.name === 'OrderedList') {
      current.items.push(...children(node).map(item => itemText(markdown, item)))
    }
  }
  finish(markdown.length)
  return blocks
}

/** Moves every heading of a text at least to a level, so that it cannot be taken for one of the record's own. */
export function demote(markdown: string, least: number): string {
  let result = ''
  let copied = 0
  for (const node of children(parser.parse(markdown).topNode)) {
    const level = Number(/^(?:ATX|Setext)Heading(\d)$/.exec(node.name)?.[1] ?? least)
    if (level >= least) continue
    result += `${markdown.slice(copied, node.from)}${'#'.repeat(least)} ${headingText(markdown, node)}`
    copied = node.to
  }
  return result + markdown.slice(copied)
}

function headingText(markdown: string, node: SyntaxNode): string {
  const marks = children(node).filter(({ name }) => name === 'HeaderMark')
  let text = ''
  let from = node.from
  for (const mark of marks) {
    text += markdown.slice(from, mark.from)
    from = mark.to
  }
  return (text + markdown.slice(from, node.to)).trim().replace(/\s*\n\s*/g, ' ')
}

function itemText(markdown: string, item: SyntaxNode): string {
  const mark = children(item).find(({ name }) => name === 'ListMark')
  const column = item.from - (markdown.lastIndexOf('\n', item.from - 1) + 1)
  const indent = new RegExp(`\\n {1,${column + 2}}`, 'g')
  return markdown
    .slice(mark?.to ?? item.from, item.to)
    .trim()
    .replace(indent, '\n')
}

function children(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) found.push(child)
  return found
}

/** Templates explain themselves in comments, which are no part of a record. */
function uncomment(text: string): string {
  return text.replace(/<!--[\s\S]*?-->\n?/g, '')
}
