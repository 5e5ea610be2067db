import { isDate, readFileName } from './file-name.ts'
import type { FrontMatter } from './front-matter.ts'
import { isEntries, textOf, wordsOf } from './front-matter.ts'
import type { Block } from './outline.ts'
import { plainStates } from './print.ts'
import type { DecisionRecord, RecordState } from './record.ts'
import { recordStates } from './record.ts'
import { readStatus } from './status.ts'

export type Header = { entries: Map<string, string>; rest: string }

const headerKeys = new Set([
  'status',
  'date',
  'deciders',
  'decision-makers',
  'consulted',
  'informed',
  'tags',
  'revisit',
])

/** The `- Status: accepted` list under a title, and lines like `Date: 2024-01-31`, by lower-case key; and what else is there. */
export function headerOf(blocks: readonly Block[]): Header {
  const entries = new Map<string, string>()
  const rest: string[] = []
  for (const line of blocks.find(({ level }) => level === 1)?.body.split('\n') ?? []) {
    const [, key = '', value = ''] = /^\s*(?:[-*+]\s+)?([A-Za-z][A-Za-z -]{1,30}):\s*(.*)$/.exec(line) ?? []
    const known = key.trim().toLowerCase()
    if (headerKeys.has(known)) entries.set(known, value.trim())
    else rest.push(line)
  }
  return { entries, rest: rest.join('\n').trim() }
}

/** Fills a record from front matter, the list under its title, its status section and the date in its file's name. */
export function fillHeader(
  record: DecisionRecord,
  { data }: FrontMatter,
  header: Map<string, string>,
  blocks: readonly Block[],
  fileDate: string | null,
  notes: string[],
): void {
  const section = blocks.find(({ heading }) => heading.toLowerCase() === 'status')
  const own = recordStates.find(state => state === textOf(data['status']))
  const lines = [
    textOf(data['status']),
    ...(section?.body.split('\n') ?? []),
    header.get('status') ?? '',
    ...(blocks.find(({ heading }) => heading.toLowerCase() === 'links')?.items ?? []),
  ]
  const status = readStatus(lines.filter(line => line.trim() !== ''))
  record.state = ownState(own, status.state)
  if (!own && status.state === null) notes.push('no status is given: read as proposed')
  record.supersededBy = filesOr(data['superseded-by'], status.supersededBy)
  const kinds = [
    ['supersedes', 'supersedes'],
    ['amends', 'amends'],
    ['relates-to', 'relates to'],
  ] as const
  record.links = kinds.flatMap(([key, kind]) => {
    const read = status.links.filter(link => link.kind === kind)
    return filesOr(data[key], read).map(({ number, file }) => ({ kind, number, file }))
  })
  record.date = [textOf(data['date']), header.get('date') ?? '', lineDate(blocks), fileDate ?? ''].reduce(
    (found, candidate) => (found === '' ? toDate(candidate) : found),
    '',
  )
  const people =
    data['decision-makers'] ?? data['deciders'] ?? header.get('deciders') ?? header.get('decision-makers')
  record.decisionMakers = wordsOf(people)
  record.consulted = wordsOf(data['consulted'] ?? header.get('consulted'))
  record.informed = wordsOf(data['informed'] ?? header.get('informed'))
  record.tags = wordsOf(data['tags'] ?? header.get('tags'))
  record.revisit = revisitOf(data['revisit'] ?? revisitEntry(header.get('revisit') ?? ''))
}

/** Our own states say more than the words that other tools know; `superseded` is only ever said by a link. */
function ownState(own: RecordState | undefined, read: RecordState | null): RecordState {
  if (own && (read === null || plainStates[own] === plainStates[read] || read === own)) return own
  return read ?? 'proposed'
}

function filesOr<Target extends { number: number; file: string }>(
  value: unknown,
  read: readonly Target[],
): { number: number; file: string }[] {
  const files = Array.isArray(value) ? value.map(textOf).filter(file => file !== '') : []
  if (files.length > 0) return files.map(file => ({ number: readFileName(file)?.number ?? 0, file }))
  const once = new Map(read.map(({ number, file }) => [`${number} ${file}`, { number, file }]))
  const named = [...once.values()]
  return named.filter(
    ({ number, file }) => file !== '' || !named.some(other => other.file !== '' && other.number === number),
  )
}

function lineDate(blocks: readonly Block[]): string {
  return blocks.map(({ body }) => /^Date:\s*(\S+)/im.exec(body)?.[1] ?? '').find(date => date !== '') ?? ''
}

/** A date as 2024-01-31, from that, 31/01/2024 or a longer instant; empty when it is none. */
function toDate(text: string): string {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(text)
  const day = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})/.exec(text)
  const [year, month, date] = iso ? [iso[1], iso[2], iso[3]] : day ? [day[3], day[2], day[1]] : []
  const found = `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`
  return isDate(found) ? found : ''
}

function revisitEntry(line: string): unknown {
  const [, owner, on, when] = /^(.+?) (?:on (\d{4}-\d{2}-\d{2})|when (.+))$/.exec(line) ?? []
  return { owner, on, when }
}

function revisitOf(value: unknown): DecisionRecord['revisit'] {
  if (!isEntries(value)) return null
  const [owner, on, when] = [textOf(value['owner']), textOf(value['on']), textOf(value['when'])]
  if (isDate(on)) return { owner, on }
  return when === '' ? null : { owner, when }
}
