import { Problem } from '@colloquy/shared/contract/problems'
import type { ReviewRecord, SentAct } from '@colloquy/shared/contract/reviews'
import type { Act } from '@colloquy/shared/review/acts'
import { apply } from '@colloquy/shared/review/apply'
import { SYSTEM } from '@colloquy/shared/review/people'
import type { Review } from '@colloquy/shared/review/review'
import type { Actor } from '../../kernel/actor.ts'
import { readable } from '../documents/index.ts'
import { admitAll, ownersOfSpaces } from './admit.ts'
import { peopleNamed } from './named.ts'
import { presented } from './present.ts'
import { settleSoon, type Tellers } from './settle.ts'
import { load, move, problemOf } from './store.ts'
import { recordText } from './text.ts'

/** Acts that answer for the text, so that it has to be the newest one. */
const aboutText: readonly Act['type'][] = ['open review', 'give verdict', 'accept', 'reject', 'postpone']

/** Does an act for a person who can read the document. Whether it is theirs to do, the rules decide. */
export async function actOn(
  tellers: Tellers,
  actor: Actor,
  documentId: string,
  act: SentAct,
): Promise<ReviewRecord> {
  const found = await readable(actor, documentId)
  const stored = await load(documentId)
  if (!stored) throw new Problem('missing', 'This document has no review')
  assertStorable(act)
  if (aboutText.includes(act.type)) await recordText(documentId)
  const { readers, editors } = peopleNamed(act)
  if (readers.length + editors.length > 0 || act.type === 'touch spaces' || act.type === 'name approver') {
    // Only an act that will be done may open the document to anybody, or tell what else there is.
    await wouldDo(documentId, actor.accountId, act)
    if (act.type === 'name approver' && act.holder.kind === 'group') {
      throw new Problem('missing', 'There is no such group')
    }
    const owners = act.type === 'touch spaces' ? await ownersOfSpaces(act.spaceIds) : []
    await admitAll(tellers, found, { readers: [...readers, ...owners], editors })
  }
  await move(documentId, actor.accountId, (review, context) => apply(review, act, context))
  await settleSoon(tellers, documentId)
  return presented(actor, documentId)
}

/** What becomes a key of the stored review has to be one that every database takes. */
function assertStorable(act: SentAct): void {
  const keys = [
    ...(act.type === 'open proposal' ? [act.proposalId] : []),
    ...(act.type === 'decide proposal' ? Object.keys(act.answers) : []),
  ]
  if (keys.some(key => /[.$\0]/.test(key)))
    throw new Problem('invalid', 'An id has no dots and no dollar signs')
}

async function wouldDo(documentId: string, actor: string, act: Act): Promise<void> {
  await move(documentId, actor, (review, context) => {
    const result = apply(review, act, context)
    if (!result.ok) throw problemOf(result)
    return { ok: true, review, events: [] }
  })
}

/** Does an act that no person does. What follows from it is done by whoever calls `settle`, at the latest by the sweep. */
export async function systemAct(documentId: string, act: Act): Promise<Review> {
  const { review } = await move(documentId, SYSTEM, (current, context) => apply(current, act, context))
  return review
}
