import type { RecordState } from '@colloquy/shared/review/records/record'
import type { Review } from '@colloquy/shared/review/review'
import type { Kernel } from '../../kernel/domain.ts'
import { systemAct } from '../reviews/index.ts'
import { freeze } from './freeze.ts'
import { DecisionModel } from './model.ts'
import { reserve } from './reserve.ts'

/**
 * Gives every published outcome its number and its frozen record, and shows later what became of it. Each step may be done
 * again: after a crash the review tells of its events once more, and what is done already stays.
 */
export function react({ bus, live }: Kernel): void {
  bus.on('review.changed', async ({ documentId, review }) => {
    if (review.stage.state === 'withdrawn') live.announce('decision.changed', documentId, 'everyone')
    if (!('outcome' in review.stage)) return
    const frozen = await publish(review)
    const moved = await show(documentId, review.stage.state)
    if (frozen || moved) live.announce('decision.changed', documentId, 'everyone')
  })
}

async function publish(review: Review): Promise<boolean> {
  if (!('outcome' in review.stage)) return false
  const { outcome } = review.stage
  if (outcome.number !== null) return freezeNumbered(review)
  const number = await reserve(review.documentId, review.spaceId, outcome.state)
  return freezeNumbered(await systemAct(review.documentId, { type: 'assign number', number }))
}

async function freezeNumbered(review: Review): Promise<boolean> {
  const { documentId, stage } = review
  if (!('outcome' in stage) || (await DecisionModel.exists({ _id: documentId, record: { $ne: null } }))) {
    return false
  }
  return freeze(review, stage.outcome)
}

async function show(decisionId: string, state: RecordState): Promise<boolean> {
  const { modifiedCount } = await DecisionModel.updateOne(
    { _id: decisionId, state: { $ne: state } },
    { $set: { state } },
  )
  return modifiedCount > 0
}
