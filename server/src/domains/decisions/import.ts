import type { ImportReport } from '@colloquy/shared/contract/decisions'
import { Problem } from '@colloquy/shared/contract/problems'
import { edgeProblems } from '@colloquy/shared/review/records/edges'
import {
  type ImportPlan,
  type ImportProblem,
  planImport,
  type SourceFile,
} from '@colloquy/shared/review/records/import'
import type { Actor } from '../../kernel/actor.ts'
import { clock } from '../../kernel/clock.ts'
import type { Kernel } from '../../kernel/domain.ts'
import { newId } from '../../kernel/ids.ts'
import { isDuplicate } from '../reviews/index.ts'
import { enterable, type StoredSpace } from '../spaces/index.ts'
import { DecisionModel, EdgeModel, edgeId, type StoredDecision } from './model.ts'
import { mustOwn } from './policy.ts'
import { inTurnOfSpace } from './reserve.ts'

type Input = { spaceId: string; files: SourceFile[]; dryRun: boolean }

/** Takes over a folder of records, or says what that would do. What cannot be written whole is taken back. */
export async function importLog(
  { live }: Pick<Kernel, 'live'>,
  actor: Actor,
  { spaceId, files, dryRun }: Input,
): Promise<ImportReport> {
  const space = await enterable(actor, spaceId)
  mustOwn(space, actor)
  return inTurnOfSpace(spaceId, async () => {
    const plan = planImport(files, await takenIn(spaceId))
    const report = reportOf(plan, space)
    if (dryRun) return report
    const taken = report.problems.filter(({ kind }) => kind === 'number taken')
    if (taken.length > 0) {
      const details = taken.map(({ path, message }) => `${path}: ${message}`)
      throw new Problem('refused', 'Some numbers are taken. Nothing was imported', details)
    }
    const written = await write(plan, space, actor)
    for (const { _id } of written) live.announce('decision.changed', _id, 'everyone')
    return { ...report, written: true }
  })
}

async function takenIn(spaceId: string): Promise<Map<number, string>> {
  const rows = await DecisionModel.find({ spaceId }, { number: 1, key: 1 }).lean<StoredDecision[]>()
  return new Map(rows.map(({ number, key }) => [number, key]))
}

async function write(plan: ImportPlan, space: StoredSpace, actor: Actor): Promise<StoredDecision[]> {
  const rows = plan.records.map(
    ({ number, record }): StoredDecision => ({
      _id: newId(),
      spaceId: space._id,
      key: `${space.prefix}-${number}`,
      number,
      documentId: null,
      record,
      state: record.state,
      decider: null,
      version: null,
      revisit: null,
    }),
  )
  const edges = keyed(plan, space).map(edge => ({
    _id: edgeId(edge),
    ...edge,
    by: actor.accountId,
    at: clock.now(),
  }))
  const takeBack = () => DecisionModel.deleteMany({ _id: { $in: rows.map(({ _id }) => _id) } })
  try {
    await DecisionModel.insertMany(rows)
  } catch (error) {
    await takeBack()
    if (!isDuplicate(error)) throw error
    throw new Problem(
      'conflict',
      'A decision took one of the numbers meanwhile. Nothing was imported; please try again',
    )
  }
  try {
    await EdgeModel.insertMany(edges)
  } catch (error) {
    // The numbers are this import's by now, so nobody else has links of theirs.
    await EdgeModel.deleteMany({ _id: { $in: edges.map(({ _id }) => _id) } })
    await takeBack()
    throw error
  }
  return rows
}

const keyed = ({ edges }: ImportPlan, { prefix }: StoredSpace) =>
  edges.map(edge => ({ ...edge, from: `${prefix}-${edge.from}`, to: `${prefix}-${edge.to}` }))

function reportOf(plan: ImportPlan, space: StoredSpace): ImportReport {
  return {
    written: false,
    records: plan.records.map(({ path, number, record, dialect, notes }) => ({
      path,
      key: `${space.prefix}-${number}`,
      title: record.title,
      state: record.state,
      dialect,
      notes,
    })),
    edges: keyed(plan, space),
    problems: plan.problems.map(problem => ({
      path: problem.path,
      kind: problem.kind,
      message: messageOf(problem),
    })),
    next: plan.next,
  }
}

function messageOf(problem: ImportProblem): string {
  switch (problem.kind) {
    case 'not a record':
      return 'This file is not the record of a decision'
    case 'number taken':
      return `Number ${problem.number} is taken by ${problem.by}`
    case 'dangling link':
      return `It links to ${problem.to}, which is not there`
    default:
      return `${edgeProblems[problem.kind]} (${problem.to})`
  }
}
