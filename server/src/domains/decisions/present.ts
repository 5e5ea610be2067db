import type { DecisionPage, DecisionSummary } from '@colloquy/shared/contract/decisions'
import { revisitDue } from '@colloquy/shared/review/due'
import type { Edge } from '@colloquy/shared/review/records/edges'
import { fileName } from '@colloquy/shared/review/records/file-name'
import { linked } from '@colloquy/shared/review/records/linked'
import { standingOf } from '@colloquy/shared/review/records/log'
import type { DecisionRecord } from '@colloquy/shared/review/records/record'
import type { Review } from '@colloquy/shared/review/review'
import type { Actor } from '../../kernel/actor.ts'
import { clock } from '../../kernel/clock.ts'
import { type Found, isFrozen, visibleAmong } from './find.ts'
import { allEdges, DecisionModel, type StoredDecision } from './model.ts'
import { decisionAbilities } from './policy.ts'

/** Today in UTC, `2026-03-02`. */
const today = (): string => clock.now().toISOString().slice(0, 10)

/** A decision as the log lists it, as it stands among the others. */
export function presentSummary(decision: StoredDecision, edges: readonly Edge[]): DecisionSummary {
  const { key, record, revisit } = decision
  const { state, notice, readInstead } = standingOf(key, decision.state, edges)
  return {
    decisionId: decision._id,
    key,
    number: decision.number,
    spaceId: decision.spaceId,
    documentId: decision.documentId,
    title: record?.title ?? '',
    state,
    notice,
    readInstead,
    date: record?.date ?? '',
    decider: decision.decider,
    decisionMakers: record?.decisionMakers ?? [],
    tags: record?.tags ?? [],
    revisit,
    revisitDue: revisit !== null && revisitDue(revisit, today()),
  }
}

/** A document that was withdrawn, as the log keeps it: without a number, since nothing was decided. */
export function presentWithdrawn({ documentId, spaceId, stage }: Review, title: string): DecisionSummary {
  const { state, notice, readInstead } = standingOf(documentId, 'withdrawn', [])
  return {
    decisionId: documentId,
    key: null,
    number: null,
    spaceId,
    documentId,
    title,
    state,
    notice,
    readInstead,
    date: 'mark' in stage ? new Date(stage.mark.at).toISOString().slice(0, 10) : '',
    decider: 'mark' in stage ? stage.mark.by : null,
    decisionMakers: [],
    tags: [],
    revisit: null,
    revisitDue: false,
  }
}

/** A decision with its record, links and the viewer's abilities. Of what they may not see, only the key is named. */
export async function presentDecision(actor: Actor, found: Found): Promise<DecisionPage> {
  const { decision } = found
  const edges = await allEdges()
  const { relations } = standingOf(decision.key, decision.state, edges)
  const others = await DecisionModel.find({
    key: { $in: relations.map(({ key }) => key) },
    ...isFrozen,
  }).lean<StoredDecision[]>()
  const visible = new Map((await visibleAmong(actor, others)).map(other => [other.key, other]))
  return {
    ...presentSummary(decision, edges),
    record: decision.record && shownRecord(decision, decision.record, edges, [decision, ...others]),
    relations: relations.map(({ kind, key }) => ({
      kind,
      key,
      decisionId: visible.get(key)?._id ?? null,
      title: visible.get(key)?.record?.title ?? null,
    })),
    version: decision.version,
    abilities: decisionAbilities(found, actor),
  }
}

/** The frozen record with its links and its state as they are now. Links to decisions that are not given are left out. */
export function shownRecord(
  { key, state }: StoredDecision,
  record: DecisionRecord,
  edges: readonly Edge[],
  others: readonly StoredDecision[],
): DecisionRecord {
  const places = new Map(
    others.map(other => [
      other.key,
      { number: other.number, file: fileName(other.number, other.record?.title ?? '') },
    ]),
  )
  return linked({ ...record, state }, key, edges, place => places.get(place) ?? null)
}
