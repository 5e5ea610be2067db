import { Problem } from '@colloquy/shared/contract/problems'
import type { ReviewRecord } from '@colloquy/shared/contract/reviews'
import type { Actor } from '../../kernel/actor.ts'
import { clock } from '../../kernel/clock.ts'
import { editable } from '../documents/index.ts'
import { ReviewModel } from './model.ts'
import { presented } from './present.ts'
import { settleSoon, type Tellers } from './settle.ts'
import { load } from './store.ts'
import { recordText } from './text.ts'

/** How long one saying lasts, in milliseconds, so that a forgotten one does not hide real changes. */
const LENGTH = 3_600_000

/** Lets an author say that what is written from now on is not worth a new look. What was written before still counts. */
export async function markEditorial(
  tellers: Tellers,
  actor: Actor,
  documentId: string,
  editorial: boolean,
): Promise<ReviewRecord> {
  await editable(actor, documentId)
  const stored = await load(documentId)
  if (!stored) throw new Problem('missing', 'This document has no review')
  if (!stored.review.authors.includes(actor.accountId)) {
    throw new Problem('forbidden', 'Only authors say that a change is not worth a new look')
  }
  await recordText(documentId)
  const marked = editorial ? { by: actor.accountId, until: clock.now().getTime() + LENGTH } : null
  await ReviewModel.updateOne({ _id: documentId }, { $set: { editorial: marked } })
  await settleSoon(tellers, documentId)
  tellers.live.announce('review.changed', documentId, { documentId })
  return presented(actor, documentId)
}
