import type { RecordState } from '@colloquy/shared/review/records/record'
import { turns } from '../../kernel/in-turn.ts'
import { isDuplicate } from '../reviews/index.ts'
import { spaceById } from '../spaces/index.ts'
import { DecisionModel, type StoredDecision } from './model.ts'

/** Writers to one space's numbers take turns here; between servers the unique index decides. */
export const inTurnOfSpace = turns()

/** Servers that keep losing a number to another give up after so many times; the sweep asks again. */
const TRIES = 1000

/**
 * Reserves the next number of a space for a document, or gives the one that it has. Numbers have no gaps and are never used
 * twice: a row is only added under the number after the highest, by one write that the index refuses to all but one.
 */
export function reserve(documentId: string, spaceId: string, state: RecordState): Promise<number> {
  return inTurnOfSpace(spaceId, async () => {
    const space = await spaceById(spaceId)
    if (!space) throw new Error(`the space ${spaceId} of a decision is gone`)
    for (let tries = 0; tries < TRIES; tries += 1) {
      const own = await DecisionModel.findById(documentId).lean<StoredDecision>()
      if (own) return own.number
      const number = (await highest(spaceId)) + 1
      try {
        await DecisionModel.create({
          _id: documentId,
          spaceId,
          key: `${space.prefix}-${number}`,
          number,
          documentId,
          record: null,
          state,
          decider: null,
          version: null,
          revisit: null,
        })
        return number
      } catch (error) {
        if (!isDuplicate(error)) throw error
      }
    }
    throw new Error(`no number could be reserved in the space ${spaceId}`)
  })
}

/** The highest number of a space; 0 while it has none. */
export async function highest(spaceId: string): Promise<number> {
  const last = await DecisionModel.findOne({ spaceId }, { number: 1 })
    .sort({ number: -1 })
    .lean<StoredDecision | null>()
  return last?.number ?? 0
}
