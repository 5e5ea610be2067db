import { readFileName } from './file-name.ts'
import type { FrontMatter } from './front-matter.ts'
import { readFrontMatter, textOf } from './front-matter.ts'
import type { Block } from './outline.ts'
import { outline } from './outline.ts'
import { readBody } from './read-body.ts'
import type { Header } from './read-header.ts'
import { fillHeader, headerOf } from './read-header.ts'
import type { DecisionRecord } from './record.ts'
import { blankRecord } from './record.ts'
/** Where a record's form comes from. */
export type Dialect = 'madr' | 'adr-tools' | 'log4brains'

export type Reading = {
  record: DecisionRecord
  dialect: Dialect
  /** What could not be read as part of a record, and where it was kept. */
  notes: string[]
}

/**
 * Reads a decision record written by this product, by MADR (2 to 4), adr-tools or log4brains. Null when the file is none: it
 * has no title, or neither a status nor a section such a record has. Sections that no form knows are kept under *more*.
 */
export function readRecord(path: string, markdown: string): Reading | null {
  const name = readFileName(path)
  if (!name) return null
  const front = readFrontMatter(markdown)
  const blocks = outline(front.text)
  const title = blocks.find(({ level }) => level === 1)
  if (!title) return null
  const header = headerOf(blocks)
  const dialect = dialectOf(blocks, header, front)
  if (!dialect) return null

  const heading = numberedTitle(title.heading)
  const number = name.number ?? wholeNumber(textOf(front.data['number'])) ?? heading.number ?? 0
  const record = blankRecord(number, heading.text)
  const notes = front.fault ? [`front matter: ${front.fault}`] : []
  fillHeader(record, front, header.entries, blocks, name.date, notes)
  notes.push(...readBody(record, blocks))
  if (header.rest !== '') {
    record.more = [header.rest, record.more].filter(part => part !== '').join('\n\n')
    notes.push('text under the title is kept under More Information')
  }
  return { record, dialect, notes }
}

function dialectOf(
  blocks: readonly Block[],
  { entries: header }: Header,
  front: FrontMatter,
): Dialect | null {
  const headings = new Set(blocks.map(({ heading }) => heading.toLowerCase()))
  const madr = ['context and problem statement', 'decision outcome', 'considered options'].some(known =>
    headings.has(known),
  )
  if (madr && Object.keys(front.data).length === 0 && header.has('status')) return 'log4brains'
  if (madr) return 'madr'
  if (!headings.has('decision') && !headings.has('context')) return null
  if (headings.has('status')) return 'adr-tools'
  return header.has('status') ? 'log4brains' : null
}

function wholeNumber(text: string): number | null {
  return /^\d{1,6}$/.test(text) ? Number(text) : null
}

function numberedTitle(heading: string): { number: number | null; text: string } {
  const match = /^(?:ADR[-_ ]?)?(\d{1,6})\s*[.:–—-]\s+(.+)$/i.exec(heading)
  return match ? { number: Number(match[1]), text: match[2] ?? '' } : { number: null, text: heading }
}
