import type { JSONContent } from '@tiptap/core'
import { autolinkTarget } from '../marks/link.ts'
import { inlineRules, markRules, own } from '../pieces.ts'
import { plainText } from '../plainText.ts'
import { isSafeLink } from '../safeUrl.ts'
import { readDocument } from './document.ts'
import { attribute, destination, escapeAll, escapeLightly, htmlText, quotedTitle } from './escape.ts'
import { sameMark, sameMarks, sortMarks } from './marks.ts'
import type { MarkJson, Place } from './rules.ts'

/** Ways to write text, from the one that reads best to the one that is certain. */
type Manner = { italic: '_' | '*'; signs: boolean; strict: boolean }
const manners: readonly Manner[] = [
  { italic: '_', signs: true, strict: false },
  { italic: '*', signs: true, strict: false },
  { italic: '_', signs: false, strict: false },
  { italic: '_', signs: false, strict: true },
]

/**
 * Prints text. Markdown has no grammar to derive correct escapes from, so each manner is tried and read back, and the first
 * that gives the same text is taken.
 */
export const printInline = (written: readonly JSONContent[], place: Place): string => {
  const nodes = written.map((node, index) => withMarksAround(node, written, index))
  if (nodes.length === 0) return ''
  if (place === 'html') return render(nodes, place, { italic: '_', signs: false, strict: true })
  for (const manner of manners.slice(0, -1)) {
    const printed = render(nodes, place, manner)
    if (readsBack(printed, nodes, place)) return printed
  }
  return render(nodes, place, { italic: '_', signs: false, strict: true })
}

/** Only text has marks. What stands inside marked text is written inside its signs all the same. */
const withMarksAround = (node: JSONContent, nodes: readonly JSONContent[], index: number): JSONContent => {
  if (node.type === 'text') return node
  const isText = (other: JSONContent) => other.type === 'text'
  const before = nodes.slice(0, index).findLast(isText)?.marks ?? []
  const after = nodes.slice(index).find(isText)?.marks ?? []
  // An image brings a link of its own.
  const alien = node.type === 'image' ? ['code', 'link'] : ['code']
  const marks = before.filter(
    mark => !alien.includes(mark.type) && after.some(other => sameMark(mark, other)),
  )
  return { ...node, marks }
}

/** Words and simple punctuation mean themselves anywhere. */
const harmless = /^[\p{L}\p{N}](?:[\p{L}\p{N},;?!'"%/ ]|[.:)(-](?! |$)|[.:](?=\s\p{L})|\.$)*$/u

const readsBack = (printed: string, nodes: readonly JSONContent[], place: Place): boolean => {
  const only = nodes.length === 1 ? nodes[0] : undefined
  if (
    only?.text === printed &&
    !only.marks?.length &&
    harmless.test(printed) &&
    !/ {2}| $|www|@|:\//.test(printed)
  )
    return true
  const wrapped =
    place === 'cell' ? `| a |\n| - |\n| ${printed} |` : place === 'line' ? `# ${printed}` : printed
  const footnotes = new Set(
    nodes.flatMap(node => (node.type === 'footnoteReference' ? [String(node.attrs?.['label'])] : [])),
  )
  const blocks = readDocument(wrapped, 0, [], footnotes).content ?? []
  const read = place === 'cell' ? blocks[0]?.content?.[1]?.content?.[0]?.content : blocks
  const type = place === 'line' ? 'heading' : 'paragraph'
  return read?.length === 1 && read[0]?.type === type && sameText(read[0].content ?? [], nodes)
}

const sameText = (read: readonly JSONContent[], meant: readonly JSONContent[]): boolean =>
  read.length === meant.length &&
  read.every((node, index) => {
    const other = meant[index]
    return (
      other !== undefined &&
      node.type === other.type &&
      node.text === other.text &&
      sameAttributes(node.attrs, other.attrs) &&
      (node.type !== 'text' || sameMarks(withTitles(node.marks), withTitles(other.marks)))
    )
  })

const sameAttributes = (a: JSONContent['attrs'] = {}, b: JSONContent['attrs'] = {}): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every(key => (a[key] ?? null) === (b[key] ?? null))

/** Marks with every attribute spelled out, in the schema's order; links only where they are safe to follow. */
const withTitles = (marks: JSONContent['marks']): MarkJson[] =>
  sortMarks(marks ?? []).flatMap(({ type, attrs }) => {
    if (type !== 'link') return [{ type }]
    const href: unknown = attrs?.['href']
    return isSafeLink(href) ? [{ type, attrs: { href, title: attrs?.['title'] ?? null } }] : []
  })

type Open = { mark: MarkJson; close: string }

/** Writes nodes one after the other, opening and closing marks between them; the mark that lasts longest is opened first. */
const render = (nodes: readonly JSONContent[], place: Place, manner: Manner): string => {
  const open: Open[] = []
  let text = ''
  nodes.forEach((node, index) => {
    const marks = withTitles(node.marks).filter(mark => mark.type !== 'code')
    const kept = open.findIndex(({ mark }) => !marks.some(other => sameMark(mark, other)))
    text += closeFrom(open, kept < 0 ? open.length : kept)
    const lasts = (mark: MarkJson) => lengthOfRun(mark, nodes, index)
    const opening = marks.filter(mark => !open.some(other => sameMark(other.mark, mark)))
    for (const mark of opening.sort((a, b) => lasts(b) - lasts(a))) {
      const signs = signsOf(mark, nodes, index, manner, place)
      text += signs.open
      open.push({ mark, close: signs.close })
    }
    const address = open.find(({ close }) => close === '>')
    text += address
      ? (node.text ?? '')
      : leaf(node, place, manner, {
          start: text === '' || text.endsWith('\n'),
          end: endsLine(nodes[index + 1]),
        })
  })
  text += closeFrom(open, 0)
  // A comment at the beginning of a line would be a block.
  return place === 'lines' ? text.replace(/^(?=<!--)/gm, '<span></span>') : text
}

const closeFrom = (open: Open[], from: number): string => {
  const closed = open.splice(from)
  return closed
    .reverse()
    .map(({ close }) => close)
    .join('')
}

const lengthOfRun = (mark: MarkJson, nodes: readonly JSONContent[], from: number): number => {
  let length = 0
  while (
    from + length < nodes.length &&
    withTitles(nodes[from + length]?.marks).some(other => sameMark(mark, other))
  )
    length++
  return length
}

const signsOf = (
  mark: MarkJson,
  nodes: readonly JSONContent[],
  index: number,
  manner: Manner,
  place: Place,
) => {
  const rule = own(markRules, mark.type)
  if (mark.type === 'link') {
    const href = String(mark.attrs?.['href'] ?? '')
    const title = mark.attrs?.['title']
    const text = nodes[index]?.text
    const bare =
      lengthOfRun(mark, nodes, index) === 1 && !title && text !== undefined && autolinkTarget(text) === href
    if (!manner.strict && bare && /^[^\s<>]+$/.test(text) && !text.startsWith('www.'))
      return { open: '<', close: '>' }
    if (manner.strict) {
      const named = title ? ` title="${attribute(String(title))}"` : ''
      const open = `<a href="${attribute(href)}"${named}>`
      return { open: place === 'cell' ? open.replaceAll('|', '&#124;') : open, close: '</a>' }
    }
    return { open: '[', close: inCell(`](${destination(href)}${quotedTitle(title)})`, place) }
  }
  const sign = mark.type === 'italic' ? manner.italic : rule?.sign
  if (sign && manner.signs) return { open: sign, close: sign }
  const tag = rule?.tag
  return tag ? { open: `<${tag}>`, close: `</${tag}>` } : { open: '', close: '' }
}

const leaf = (
  node: JSONContent,
  place: Place,
  manner: Manner,
  edge: { start: boolean; end: boolean },
): string => {
  const isCode = node.marks?.some(mark => mark.type === 'code') ?? false
  if (node.type !== 'text') {
    const printed =
      own(inlineRules, node.type)?.print(node, manner.strict ? 'line' : place, manner.strict) ??
      escapeAll(plainText(node))
    return isCode ? `<code>${inCell(printed, place)}</code>` : inCell(printed, place)
  }
  const text = node.text ?? ''
  if (place === 'html') return isCode ? `<code>${htmlText(text)}</code>` : htmlText(text)
  if (isCode) return manner.strict ? `<code>${escapeAll(text)}</code>` : inCell(codeSpan(text), place)
  return manner.strict ? escapeAll(text) : inCell(escapeLightly(text, edge), place)
}

const endsLine = (next: JSONContent | undefined): boolean => next === undefined || next.type === 'hardBreak'

/** Bars end cells, wherever they stand. */
const inCell = (text: string, place: Place): string => (place === 'cell' ? text.replaceAll('|', '\\|') : text)

const codeSpan = (text: string): string => {
  const runs = [...text.matchAll(/`+/g)].map(run => run[0].length)
  let length = 1
  while (runs.includes(length)) length++
  const ticks = '`'.repeat(length)
  const pad = /^`|`$|^ .* $/.test(text) ? ' ' : ''
  return `${ticks}${pad}${text}${pad}${ticks}`
}
