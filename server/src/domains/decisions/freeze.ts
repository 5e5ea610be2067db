import { recordOf } from '@colloquy/shared/review/records/from-review'
import type { DecisionRecord } from '@colloquy/shared/review/records/record'
import { recordWords } from '@colloquy/shared/review/records/words'
import type { Review } from '@colloquy/shared/review/review'
import type { Outcome } from '@colloquy/shared/review/stage'
import { namesOf } from '../accounts/index.ts'
import { documentContent } from '../collaboration/index.ts'
import { titleOf } from '../documents/index.ts'
import { DecisionModel } from './model.ts'

/**
 * Writes the record of a numbered outcome, once: the words of the document as they are at this moment, and from the review
 * who decided, who was heard and who dissented. Asked again, it changes nothing. True when the record is new.
 */
export async function freeze(review: Review, outcome: Outcome): Promise<boolean> {
  const record = await compose(review)
  if (!record) return false
  const { modifiedCount } = await DecisionModel.updateOne(
    { _id: review.documentId, record: null },
    { $set: { record, decider: outcome.by, version: outcome.version, revisit: outcome.revisit } },
  )
  return modifiedCount > 0
}

async function compose(review: Review): Promise<DecisionRecord | null> {
  const { documentId, version } = review
  const title = (await titleOf(documentId)) ?? 'Untitled'
  const words = recordWords(await documentContent(documentId), {
    title,
    tags: [],
    sources: [{ title: `${title}, version ${version}`, url: `/d/${documentId}` }],
  })
  const names = await namesOf(peopleOf(review))
  return recordOf(review, words, {
    nameOf: personId => names.get(personId) ?? personId,
    dateOf: at => new Date(at).toISOString().slice(0, 10),
  })
}

/** Everybody a record may name. */
function peopleOf(review: Review): string[] {
  const outcome = 'outcome' in review.stage ? review.stage.outcome : null
  const holders = Object.values(review.seats).flatMap(({ holder }) =>
    holder.kind === 'person' ? [holder.personId] : [],
  )
  return [
    review.driver,
    ...(review.decider ? [review.decider] : []),
    ...review.contributors,
    ...review.informed,
    ...holders,
    ...Object.values(review.verdicts).map(({ personId }) => personId),
    ...(outcome ? [outcome.by, ...outcome.dissent.map(({ personId }) => personId)] : []),
    ...(outcome?.revisit ? [outcome.revisit.owner] : []),
  ]
}
