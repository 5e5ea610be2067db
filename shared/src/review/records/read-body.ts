import type { Block } from './outline.ts'
import type { Argument, DecisionRecord } from './record.ts'
import { leanings } from './record.ts'
import { readStatus } from './status.ts'

type Fill = (record: DecisionRecord, block: Block) => void

const argue =
  (leaning: Argument['leaning']): Fill =>
  (record, { items, body }) => {
    const texts = items.length > 0 ? items : body === '' ? [] : [body]
    record.consequences.push(...texts.map(text => readArgument(text, leaning)))
  }

const outcome: Fill = (record, { body }) => {
  const match =
    /^Chosen option:\s*(?:"([^\n]*?)"(?=\s*(?:[,.]|$))|“([^”]*)”|\[([^\]]*)\]|([^,.\n]*))\s*(?:,\s*(?:because\s+)?|\.?\s*)([\s\S]*)$/i.exec(
      body,
    )
  const [, plain, curly, bracket, bare, reason = ''] = match ?? []
  record.outcome = match
    ? { option: (plain ?? curly ?? bracket ?? bare ?? '').trim(), reason: reason.trim() }
    : { option: '', reason: body }
}

const known: Record<string, Fill> = {
  'context and problem statement': (record, { body }) => {
    record.context = body
  },
  context: (record, { body }) => {
    record.context = body
  },
  'decision drivers': (record, { items }) => {
    record.drivers = items
  },
  'considered options': (record, { items }) => {
    record.options = items.map(title => ({ title: plainTitle(title), text: '', arguments: [] }))
  },
  'decision outcome': outcome,
  decision: outcome,
  consequences: argue('neutral'),
  'positive consequences': argue('good'),
  'negative consequences': argue('bad'),
  confirmation: (record, { body }) => {
    record.confirmation = body
  },
  validation: (record, { body }) => {
    record.confirmation = body
  },
  dissent: (record, { items }) => {
    record.dissent = items.map(readDissent)
  },
  sources: (record, { items }) => {
    record.sources = items.flatMap(item => {
      const [, title = '', url = ''] = /^\[((?:\\.|[^\]\\])*)\]\(<([^>]*)>\)$/.exec(item) ?? []
      return url === '' ? [] : [{ title: title.replace(/\\(.)/g, '$1'), url }]
    })
  },
  'more information': (record, { body }) => {
    record.more = body
  },
  'pros and cons of the options': () => undefined,
  status: () => undefined,
  links: readLinks,
}

/** Links to other records are its edges; the others are sources, and what is no link at all stays as text. */
function readLinks(record: DecisionRecord, { items }: Block): void {
  for (const item of items) {
    const { links, supersededBy } = readStatus([item])
    if (links.length > 0 || supersededBy.length > 0) continue
    const [, title = '', url = '', bare = ''] =
      /^\[([^\]]*)\]\(([^)\s]*)\)$|^<?(https?:\S*?)>?$/.exec(item) ?? []
    if (url !== '' || bare !== '') record.sources.push({ title: title || bare, url: url || bare })
    else record.more = record.more === '' ? item : `${record.more}\n\n${item}`
  }
}

/** Fills a record from the sections under its title; gives a note for each section that only *more* had a place for. */
export function readBody(record: DecisionRecord, blocks: readonly Block[]): string[] {
  const notes: string[] = []
  let parent = ''
  for (const block of gathered(blocks)) {
    if (block.level === 2) parent = block.heading.toLowerCase()
    const fill = known[block.heading.toLowerCase().replace(/\s*<!--.*-->$/, '')]
    if (block.level === 3 && parent === 'pros and cons of the options') readOption(record, block)
    else if (fill) fill(record, block)
    else {
      const text = `${'#'.repeat(Math.max(4, block.level))} ${block.heading}\n\n${block.body}`.trim()
      record.more = record.more === '' ? text : `${record.more}\n\n${text}`
      notes.push(`section “${block.heading}” is kept under More Information`)
    }
  }
  return notes
}

/** The sections of levels 2 and 3, each with the deeper ones as part of its text. */
function gathered(blocks: readonly Block[]): Block[] {
  const sections: Block[] = []
  for (const block of blocks.filter(({ level }) => level > 1)) {
    const last = sections.at(-1)
    if (block.level > 3 && last) {
      last.body = `${last.body}\n\n${'#'.repeat(block.level)} ${block.heading}\n\n${block.body}`.trim()
    } else sections.push({ ...block })
  }
  return sections
}

function readOption(record: DecisionRecord, { heading, body, items }: Block): void {
  const title = plainTitle(heading)
  const argued = items.filter(item => /^(good|neutral|bad)\b\s*,?/i.test(item))
  const text = argued.length > 0 ? body.slice(0, listStart(body)).trim() : body
  const option = record.options.find(option => option.title === title)
  const told = { title, text, arguments: argued.map(item => readArgument(item, 'neutral')) }
  if (option) Object.assign(option, told)
  else record.options.push(told)
}

/** Where the list of arguments begins. */
function listStart(body: string): number {
  return Math.max(0, body.search(/^[*+-]\s+(good|neutral|bad)\b/im))
}

function readArgument(text: string, otherwise: Argument['leaning']): Argument {
  const [, word = '', rest] = /^(good|neutral|bad),?\s+because\s+([\s\S]*)$/i.exec(text) ?? []
  const leaning = leanings.find(each => each === word.toLowerCase())
  return leaning && rest !== undefined ? { leaning, text: rest } : { leaning: otherwise, text }
}

function readDissent(item: string): DecisionRecord['dissent'][number] {
  const [, who = '', about = '', text] = /^\*\*(.*?)\*\* on \*(.*?)\*: ([\s\S]*)$/.exec(item) ?? []
  return text === undefined ? { who: '', about: '', text: item } : { who, about, text }
}

/** MADR 2 writes options as links or in brackets. */
function plainTitle(title: string): string {
  const [, label] = /^\[([^\]]+)\](?:\([^)]*\))?$/.exec(title.trim()) ?? []
  return (label ?? title).trim()
}
