import { stringify } from 'yaml'
import { demote } from './outline.ts'
import type { Argument, DecisionRecord, RecordState } from './record.ts'

/**
 * `madr` has the front matter of MADR 4. `plain` has none, since adr-tools takes the first line for the title and log4brains
 * the first list for the header; MADR 2 is of this form too.
 */
export type RecordForm = 'madr' | 'plain'

/**
 * A record as a Markdown file: front matter for MADR, the list under the title for log4brains, the status section for
 * adr-tools. A superseded record says so in each before anything else. `readRecord` gives back the same record from either
 * form; headings inside its texts are moved down so that they cannot be taken for its own.
 */
export function printRecord(record: DecisionRecord, form: RecordForm): string {
  const parts = [
    form === 'madr' ? `---\n${stringify(frontMatter(record), { lineWidth: 0 })}---` : '',
    `# ${oneLine(record.title)}`,
    header(record),
    section('## Status', statusSection(record)),
    section('## Context and Problem Statement', record.context),
    section('## Decision Drivers', bullets(record.drivers)),
    section('## Considered Options', bullets(record.options.map(({ title }) => oneLine(title)))),
    section('## Decision Outcome', chosen(record), true),
    section('### Consequences', argumentsOf(record.consequences)),
    section('### Confirmation', record.confirmation),
    section('### Dissent', bullets(record.dissent.map(dissent))),
    ...prosAndCons(record),
    section('## Sources', bullets(record.sources.map(source))),
    section('## More Information', record.more),
  ]
  return `${parts.filter(part => part !== '').join('\n\n')}\n`
}

/** How the states read in tools that know fewer of them. */
export const plainStates = {
  proposed: 'proposed',
  accepted: 'accepted',
  rejected: 'rejected',
  postponed: 'proposed',
  implemented: 'accepted',
  deprecated: 'deprecated',
  superseded: 'superseded',
} as const satisfies Record<RecordState, string>

function frontMatter(record: DecisionRecord): Record<string, unknown> {
  const [successor] = record.supersededBy
  const ofKind = (kind: string) => record.links.filter(link => link.kind === kind).map(({ file }) => file)
  const all = {
    status: successor ? `superseded by ADR-${String(successor.number).padStart(4, '0')}` : record.state,
    number: record.number,
    date: record.date,
    'decision-makers': record.decisionMakers,
    consulted: record.consulted,
    informed: record.informed,
    tags: record.tags,
    'superseded-by': record.supersededBy.map(({ file }) => file),
    supersedes: ofKind('supersedes'),
    amends: ofKind('amends'),
    'relates-to': ofKind('relates to'),
    revisit: record.revisit,
  }
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== null && value !== '' && !isEmptyList(value)),
  )
}

function header(record: DecisionRecord): string {
  const successors = record.supersededBy.map(({ file }) => `[${stem(file)}](${file})`)
  const status = successors.length > 0 ? `superseded by ${successors.join(', ')}` : plainStates[record.state]
  const entries: [string, string][] = [
    ['Status', status],
    ['Date', record.date],
    ['Deciders', record.decisionMakers.join(', ')],
    ['Consulted', record.consulted.join(', ')],
    ['Informed', record.informed.join(', ')],
    ['Tags', record.tags.join(', ')],
    ['Revisit', record.revisit ? revisitLine(record.revisit) : ''],
  ]
  return entries.flatMap(([key, value]) => (value === '' ? [] : [`- ${key}: ${oneLine(value)}`])).join('\n')
}

function revisitLine(revisit: NonNullable<DecisionRecord['revisit']>): string {
  return 'on' in revisit ? `${revisit.owner} on ${revisit.on}` : `${revisit.owner} when ${revisit.when}`
}

const adrToolsLinks = { supersedes: 'Supercedes', amends: 'Amends', 'relates to': 'Relates to' } as const

function statusSection({ state, links, supersededBy }: DecisionRecord): string {
  const lines = [
    ...supersededBy.map(({ file }) => `Superceded by [${stem(file)}](${file})`),
    ...(supersededBy.length > 0 ? [] : [`${state.charAt(0).toUpperCase()}${state.slice(1)}`]),
    ...links.map(({ kind, file }) => `${adrToolsLinks[kind]} [${stem(file)}](${file})`),
  ]
  return lines.join('\n\n')
}

function chosen({ outcome }: DecisionRecord): string {
  if (outcome.option === '') return outcome.reason
  const reason = outcome.reason === '' ? '.' : `, because ${outcome.reason}`
  return `Chosen option: "${oneLine(outcome.option)}"${reason}`
}

function prosAndCons({ options }: DecisionRecord): string[] {
  const told = options.filter(option => option.text !== '' || option.arguments.length > 0)
  if (told.length === 0) return []
  return [
    '## Pros and Cons of the Options',
    ...told.map(option =>
      [`### ${oneLine(option.title)}`, demote(option.text, 4), argumentsOf(option.arguments)]
        .filter(part => part !== '')
        .join('\n\n'),
    ),
  ]
}

function argumentsOf(list: readonly Argument[]): string {
  return bullets(
    list.map(({ leaning, text }) => `${leaning.charAt(0).toUpperCase()}${leaning.slice(1)}, because ${text}`),
  )
}

function dissent({ who, about, text }: DecisionRecord['dissent'][number]): string {
  return `**${oneLine(who)}** on *${oneLine(about)}*: ${text}`
}

function source({ title, url }: DecisionRecord['sources'][number]): string {
  return `[${oneLine(title).replace(/[\\[\]]/g, '\\$&')}](<${url.replace(/[<>\s]/g, encodeURIComponent)}>)`
}

function section(heading: string, body: string, keep = false): string {
  if (body === '') return keep ? heading : ''
  return `${heading}\n\n${demote(body, 4)}`
}

function bullets(items: readonly string[]): string {
  return items.map(item => `* ${item.trim().replace(/\n/g, '\n  ')}`).join('\n')
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function stem(file: string): string {
  return file.replace(/\.md$/, '')
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}
