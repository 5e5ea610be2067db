import type { Edge, EdgeProblem } from './edges.ts'
import { edgeProblem } from './edges.ts'
import type { Dialect } from './read.ts'
import { readRecord } from './read.ts'
import type { DecisionRecord } from './record.ts'

/** A file of a folder to import: its path inside the folder and its text. */
export type SourceFile = { path: string; text: string }

export type Planned = {
  path: string
  dialect: Dialect
  number: number
  record: DecisionRecord
  notes: string[]
}

export type ImportProblem =
  | { path: string; kind: 'not a record' }
  | { path: string; kind: 'number taken'; number: number; by: string }
  | { path: string; kind: 'dangling link'; to: string }
  | { path: string; kind: EdgeProblem; to: string }

/** What an import would do. Nothing is written from it as long as a number is taken. */
export type ImportPlan = {
  records: Planned[]
  edges: Edge[]
  problems: ImportProblem[]
  /** The number the next decision of the space would get: one more than the highest. */
  next: number
}

/**
 * Plans the import of a folder of records into a space. Numbers are kept; records without one (log4brains names files by
 * date) are numbered by date after the highest there is. A number that is taken, in the space or by another file, is
 * reported and its record left out, never renumbered. Edges of the plan are keyed by number.
 */
export function planImport(files: readonly SourceFile[], taken: ReadonlyMap<number, string>): ImportPlan {
  const problems: ImportProblem[] = []
  const read = [...files].sort(byPath).flatMap(({ path, text }): Planned[] => {
    const reading = readRecord(path, text)
    if (!reading) problems.push({ path, kind: 'not a record' })
    return reading ? [{ path, number: reading.record.number, ...reading }] : []
  })
  const owners = new Map(taken)
  const records: Planned[] = []
  for (const planned of read.filter(({ number }) => number > 0)) {
    const by = owners.get(planned.number)
    if (by === undefined) {
      owners.set(planned.number, planned.path)
      records.push(planned)
    } else problems.push({ path: planned.path, kind: 'number taken', number: planned.number, by })
  }
  let next = Math.max(0, ...owners.keys()) + 1
  for (const planned of read.filter(({ number }) => number === 0).sort(byDate)) {
    records.push({ ...planned, number: next, record: { ...planned.record, number: next } })
    next += 1
  }
  const edges = edgesOf(records, taken, problems)
  return { records: records.map(unlinked), edges, problems, next }
}

/** The record without what it said of others: the plan's edges say that now, under the numbers of the space. */
function unlinked(planned: Planned): Planned {
  return { ...planned, record: { ...planned.record, links: [], supersededBy: [] } }
}

function edgesOf(records: Planned[], taken: ReadonlyMap<number, string>, problems: ImportProblem[]): Edge[] {
  const byFile = new Map(records.map(({ path, number }) => [stemOf(path), number]))
  const keys = new Set([...taken.keys(), ...records.map(({ number }) => number)].map(String))
  const edges: Edge[] = []
  for (const { path, number, record } of records) {
    const target = (link: { number: number; file: string }) =>
      byFile.get(stemOf(link.file)) ?? (keys.has(String(link.number)) ? link.number : null)
    const split = record.supersededBy.length > 1
    const wanted = [
      ...record.links.map(link => ({
        link,
        make: (to: string): Edge => ({
          from: `${number}`,
          kind: link.kind,
          to,
          split: isSplit(records, link, byFile),
        }),
      })),
      ...record.supersededBy.map(link => ({
        link,
        make: (from: string): Edge => ({ from, kind: 'supersedes', to: `${number}`, split }),
      })),
    ]
    for (const { link, make } of wanted) {
      const other = target(link)
      if (other === null) {
        problems.push({ path, kind: 'dangling link', to: link.file || String(link.number) })
        continue
      }
      const edge = make(String(other))
      const problem = edgeProblem(edge, edges, keys)
      if (problem === null) edges.push(edge)
      else if (problem !== 'duplicate') problems.push({ path, kind: problem, to: String(other) })
    }
  }
  return edges
}

/** An old record that names several successors has declared a split, on whichever side the edge is read. */
function isSplit(
  records: Planned[],
  link: { number: number; file: string },
  byFile: Map<string, number>,
): boolean {
  const number = byFile.get(stemOf(link.file)) ?? link.number
  return (records.find(each => each.number === number)?.record.supersededBy.length ?? 0) > 1
}

function stemOf(path: string): string {
  return (path.split('/').at(-1) ?? '').replace(/\.[^.]+$/, '').toLowerCase()
}

function byPath(a: SourceFile, b: SourceFile): number {
  return a.path < b.path ? -1 : 1
}

function byDate(a: Planned, b: Planned): number {
  return a.record.date === b.record.date ? 0 : a.record.date < b.record.date ? -1 : 1
}
