import { Problem } from '@colloquy/shared/contract/problems'
import type { Review } from '@colloquy/shared/review/review'
import type { Actor } from '../../kernel/actor.ts'
import { readableAmong } from '../documents/index.ts'
import { reviewOf } from '../reviews/index.ts'
import { roleInSpace, type StoredSpace, spaceById, spacesById } from '../spaces/index.ts'
import { DecisionModel, type StoredDecision } from './model.ts'

type Reader = Pick<Actor, 'accountId' | 'role'>

/** Only what is frozen is shown; a number that was reserved a moment ago is not a decision yet. */
export const isFrozen = { record: { $ne: null } }

/** Those of these decisions that a person may see: on documents they may read, and imported ones of spaces they may enter. */
export async function visibleAmong(
  actor: Reader,
  decisions: readonly StoredDecision[],
): Promise<StoredDecision[]> {
  const readable = await readableAmong(
    actor,
    decisions.flatMap(({ documentId }) => documentId ?? []),
  )
  const spaces = await spacesById([...new Set(decisions.map(({ spaceId }) => spaceId))])
  const open = new Set(spaces.filter(space => roleInSpace(space, actor) !== null).map(({ _id }) => _id))
  return decisions.filter(({ documentId, spaceId }) =>
    documentId === null ? open.has(spaceId) : readable.has(documentId),
  )
}

export type Found = { decision: StoredDecision; space: StoredSpace; review: Review | null }

/** A decision this person may see; any other is answered as missing. */
export async function findDecision(actor: Reader, decisionId: string): Promise<Found> {
  const decision = await DecisionModel.findOne({ _id: decisionId, ...isFrozen }).lean<StoredDecision | null>()
  const [visible] = decision ? await visibleAmong(actor, [decision]) : []
  const space = visible && (await spaceById(visible.spaceId))
  if (!visible || !space) throw new Problem('missing', 'There is no such decision, or you may not see it')
  return { decision: visible, space, review: visible.documentId ? await reviewOf(visible.documentId) : null }
}
