import type { JSONContent } from '@tiptap/core'
import { printMarkdown } from '../../schema/markdown/print.ts'
import { plainText } from '../../schema/plainText.ts'
import type { RecordWords } from './from-review.ts'
import { argue, optionsUnder, proposalsIn } from './options.ts'

/** What the document knows of a record beside its text. */
export type Known = Pick<RecordWords, 'title' | 'tags' | 'sources'>

type Kind = 'context' | 'drivers' | 'choice' | 'options' | 'mixed' | 'good' | 'bad' | 'confirmation' | 'more'

/** What a section holds for a record, by how its heading begins. Several languages of templates meet here. */
const kinds: readonly [RegExp, Kind][] = [
  [/^(decision drivers|drivers|goals|requirements|criteria|constraints|what is given)\b/i, 'drivers'],
  [/^(alternatives?|(considered|other) (options|alternatives)|options|pros and cons)\b/i, 'options'],
  [/^(summary|abstract|context|background|problem|motivation|why|what we need to agree on)\b/i, 'context'],
  [
    /^(confirmation|validation|verification|testing|test plan|how (will )?we|measures? of success|success)\b/i,
    'confirmation',
  ],
  [/^(drawbacks|risks|disadvantages|negative consequences|when things go wrong)\b/i, 'bad'],
  [/^(benefits|advantages|positive consequences)\b/i, 'good'],
  [/^(consequences|impact|trade-?offs|what it means|cost)\b/i, 'mixed'],
  [/^(proposals?|proposed|decision|design|solution|approach|recommendation)\b/i, 'choice'],
  [/^(more information|references|links|related|further reading|see also|prior art)\b/i, 'more'],
]

/** A heading and what is under it up to the next of its own or a higher level. */
type Part = { kind: Kind | null; content: JSONContent[] }

/**
 * What a record takes from the structured sections of a document: it is told by how the headings begin what each holds.
 * Options are the subsections, list items or table rows of the alternatives, and those of the document's proposal blocks; what
 * the document itself proposes is the first. Texts come out as Markdown, without guidance and comments.
 */
export function recordWords(doc: JSONContent, known: Known): RecordWords {
  const parts = partsOf(withoutGuidance(doc))
  const of = (kind: Kind) => parts.filter(part => part.kind === kind).map(({ content }) => content)
  const proposals = proposalsIn(parts.flatMap(({ content }) => content))
  const option = proposals.map(({ recommended }) => recommended).join('; ') || known.title
  const own = proposals.length === 0 ? [{ title: known.title, text: '', arguments: [] }] : []
  const alternatives = of('options').flatMap(optionsUnder)
  return {
    ...known,
    option,
    context: joined(of('context')),
    drivers: of('drivers').flatMap(itemsOf),
    options: [
      ...(alternatives.length > 0 ? own : []),
      ...proposals.flatMap(({ options }) => options),
      ...alternatives,
    ],
    consequences: [
      ...of('good')
        .flatMap(itemsOf)
        .map(text => argue(text, 'good')),
      ...of('mixed')
        .flatMap(itemsOf)
        .map(text => argue(text, 'neutral')),
      ...of('bad')
        .flatMap(itemsOf)
        .map(text => argue(text, 'bad')),
    ],
    confirmation: joined(of('confirmation')),
    more: joined(of('more')),
  }
}

function partsOf(doc: JSONContent): Part[] {
  const parts: (Part & { level: number })[] = [{ kind: null, content: [], level: 0 }]
  for (const node of doc.content ?? []) {
    const last = parts.at(-1)
    const level = node.type === 'heading' ? Number(node.attrs?.['level'] ?? 1) : null
    const kind = level === null ? null : kindOf(plainText(node))
    // A subsection belongs to the section above, unless its heading says that it is something of its own.
    const opens = level !== null && (kind !== null || level <= (last?.level ?? 0))
    if (opens && level !== null) parts.push({ kind, content: [], level })
    else last?.content.push(node)
  }
  return parts
}

function kindOf(heading: string): Kind | null {
  const words = heading.replace(/^[\d.\s)]+/, '')
  return kinds.find(([pattern]) => pattern.test(words))?.[1] ?? null
}

/** The entries of the lists in a section, or all of it as one entry where it has none. */
function itemsOf(content: JSONContent[]): string[] {
  const lists = content.filter(({ type }) => type === 'bulletList' || type === 'orderedList')
  const items = lists.flatMap(list => list.content ?? []).map(item => markdownOf(item.content ?? []))
  return (items.length > 0 ? items : [markdownOf(content)]).filter(item => item !== '')
}

const joined = (contents: JSONContent[][]): string =>
  contents
    .map(markdownOf)
    .filter(text => text !== '')
    .join('\n\n')

export function markdownOf(content: JSONContent[]): string {
  if (content.every(node => plainText(node).trim() === '' && node.type !== 'image')) return ''
  return printMarkdown({ type: 'doc', content }).trim()
}

function withoutGuidance(node: JSONContent): JSONContent {
  if (!node.content) return node
  const kept = node.content.filter(({ type }) => type !== 'guidance' && type !== 'comment')
  return { ...node, content: kept.map(withoutGuidance) }
}
