import { fileName } from '@colloquy/shared/review/records/file-name'
import { printRecord, type RecordForm } from '@colloquy/shared/review/records/print'
import type { Actor } from '../../kernel/actor.ts'
import { enterable } from '../spaces/index.ts'
import { isFrozen, visibleAmong } from './find.ts'
import { allEdges, DecisionModel, type StoredDecision } from './model.ts'
import { shownRecord } from './present.ts'

/** The log of a space as files named `0012-title.md`, with the links as they are now. */
export async function exportLog(actor: Actor, spaceId: string, form: RecordForm) {
  await enterable(actor, spaceId)
  const stored = await DecisionModel.find({ spaceId, ...isFrozen })
    .sort({ number: 1 })
    .lean<StoredDecision[]>()
  const decisions = await visibleAmong(actor, stored)
  const edges = await allEdges()
  return {
    files: decisions.flatMap(decision => {
      const { record, number } = decision
      if (!record) return []
      const text = printRecord(shownRecord(decision, record, edges, decisions), form)
      return [{ path: fileName(number, record.title), text }]
    }),
  }
}
