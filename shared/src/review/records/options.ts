import type { JSONContent } from '@tiptap/core'
import { printMarkdown } from '../../schema/markdown/print.ts'
import { plainText } from '../../schema/plainText.ts'
import type { Argument, DecisionRecord } from './record.ts'

type Option = DecisionRecord['options'][number]

const signs: readonly [RegExp, Argument['leaning']][] = [
  [/^(?:good|pro|advantage|benefit)\b[:,]?\s*(?:because\s+)?|^\+\s+/i, 'good'],
  [/^(?:bad|con|contra|drawback|disadvantage|risk)\b[:,]?\s*(?:because\s+)?|^[-−–]\s+/i, 'bad'],
  [/^neutral\b[:,]?\s*(?:because\s+)?/i, 'neutral'],
]

/** A sentence as an argument: it says itself which way it leans, or leans as whoever asks assumes. */
export function argue(text: string, otherwise: Argument['leaning']): Argument {
  for (const [pattern, leaning] of signs) {
    const rest = text.replace(pattern, '')
    if (rest !== text && rest !== '') return { leaning, text: rest }
  }
  return { leaning: otherwise, text }
}

/** The options of a section of alternatives: its subsections, else the rows of its tables and the entries of its lists. */
export function optionsUnder(content: JSONContent[]): Option[] {
  const first = content.findIndex(({ type }) => type === 'heading')
  const direct = first === -1 ? content : content.slice(0, first)
  const options = [...direct.flatMap(rowsOf), ...direct.flatMap(entriesOf)]
  for (const node of first === -1 ? [] : content.slice(first)) {
    const last = options.at(-1)
    if (node.type === 'heading') options.push({ title: plainText(node).trim(), text: '', arguments: [] })
    else if (last) Object.assign(last, extended(last, node))
  }
  return options.filter(({ title }) => title !== '')
}

/** The proposal blocks of a text, each with its options and the one that is recommended. */
export function proposalsIn(content: JSONContent[]): { recommended: string; options: Option[] }[] {
  return content
    .filter(({ type }) => type === 'proposal')
    .map(({ content: parts = [] }) => {
      const inside = (type: string) => parts.find(part => part.type === type)?.content ?? []
      const options = optionsUnder(inside('proposalOptions'))
      const said = plainText({ type: 'doc', content: inside('proposalRecommendation') }).trim()
      const named = options.filter(({ title }) => mentions(said, title))
      const [line = ''] = said.split('\n')
      return { recommended: named.length === 1 && named[0] ? named[0].title : line, options }
    })
}

const mentions = (text: string, title: string): boolean =>
  ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(
    ` ${title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `,
  )

/** An option with one more block of its text; the entries of a list that lean one way are its arguments. */
function extended(option: Option, node: JSONContent): Option {
  const entries = listed(node).map(item => argue(markdown(item.content ?? []), 'neutral'))
  if (entries.length > 0 && entries.some(({ leaning }) => leaning !== 'neutral')) {
    return { ...option, arguments: [...option.arguments, ...entries] }
  }
  const text = markdown([node])
  return { ...option, text: [option.text, text].filter(part => part !== '').join('\n\n') }
}

/** The first column of a table names its options, the header what the other cells say of them. */
function rowsOf(node: JSONContent): Option[] {
  const table = node.type === 'optionTable' ? node.content?.[0] : node
  if (table?.type !== 'table') return []
  const [header, ...rows] = (table.content ?? []).map(row =>
    (row.content ?? []).map(cell => plainText(cell).trim()),
  )
  return rows.map(([title = '', ...cells]) => {
    const said = cells.flatMap((cell, index) =>
      cell === '' ? [] : [`${header?.[index + 1] ?? ''}: ${cell}`],
    )
    return { title, text: said.map(line => line.replace(/^: /, '')).join('\n\n'), arguments: [] }
  })
}

/** `**Title**: why not` or a plain sentence, whose beginning is the title. */
function entriesOf(node: JSONContent): Option[] {
  return listed(node).map(item => {
    const [first, ...rest] = item.content ?? []
    const said = first ? markdown([first]) : ''
    const [, bold, colon] = /^(?:\*\*(.+?)\*\*|([^.:\n]{1,80})(?=:))/.exec(said) ?? []
    const title = (bold ?? colon ?? plainText(first ?? {}).split(/(?<=[.!?])\s/)[0] ?? '')
      .replace(/[:.]$/, '')
      .trim()
    const text =
      bold === undefined && colon === undefined ? '' : said.slice(said.indexOf(title) + title.length)
    const option = { title, text: text.replace(/^[*:.\s–—-]+/, ''), arguments: [] }
    return rest.reduce(extended, option)
  })
}

const listed = ({ type, content }: JSONContent): JSONContent[] =>
  type === 'bulletList' || type === 'orderedList' ? (content ?? []) : []

const markdown = (content: JSONContent[]): string => printMarkdown({ type: 'doc', content }).trim()
