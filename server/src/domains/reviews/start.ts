import { Problem } from '@colloquy/shared/contract/problems'
import type { ReviewRecord, reviewRoutes } from '@colloquy/shared/contract/reviews'
import type { InputOf } from '@colloquy/shared/contract/route'
import type { Act } from '@colloquy/shared/review/acts'
import { apply } from '@colloquy/shared/review/apply'
import type { Context } from '@colloquy/shared/review/context'
import { create } from '@colloquy/shared/review/create'
import { presets } from '@colloquy/shared/review/presets'
import type { Applied } from '@colloquy/shared/review/result'
import type { Actor } from '../../kernel/actor.ts'
import { newId } from '../../kernel/ids.ts'
import { editable } from '../documents/index.ts'
import { admitAll, ownersOfSpaces } from './admit.ts'
import { contextOf } from './context.ts'
import { presented } from './present.ts'
import { settleSoon, type Tellers } from './settle.ts'
import { insert, load, problemOf } from './store.ts'
import { readSections } from './text.ts'

type Start = InputOf<typeof reviewRoutes.start>

/** Begins the review of a document: everything asked for, in one write, or nothing. */
export async function startReview(tellers: Tellers, actor: Actor, input: Start): Promise<ReviewRecord> {
  const found = await editable(actor, input.documentId)
  const { document } = found
  if (await load(input.documentId)) throw new Problem('conflict', 'This document has a review already')
  const owners = await ownersOfSpaces(input.touches)
  const driver = input.driver ?? actor.accountId
  const context = await contextOf({ spaceId: document.spaceId, touches: input.touches }, actor.accountId)
  const begun = create(
    {
      documentId: input.documentId,
      spaceId: document.spaceId,
      touches: input.touches,
      policy: typeof input.policy === 'string' ? presets[input.policy] : input.policy,
      driver: actor.accountId,
      authors: [document.createdBy, driver, ...input.authors],
      version: 1,
      sections: await readSections(input.documentId, input.touches),
    },
    context,
  )
  const ready = actsOf(input, actor.accountId, driver).reduce((done, act) => then(done, act, context), begun)
  await admitAll(tellers, found, {
    readers: [
      ...input.approvers,
      ...input.contributors,
      ...input.informed,
      ...owners,
      ...(input.decider ? [input.decider] : []),
    ],
    editors: ready.review.authors,
  })
  await insert(ready)
  await settleSoon(tellers, input.documentId)
  return presented(actor, input.documentId)
}

/** Whoever starts a review drives it until the driver they named takes over. */
function actsOf(input: Start, starter: string, driver: string): Act[] {
  return [
    ...input.approvers.map(
      (personId): Act => ({ type: 'name approver', holder: { kind: 'person', personId } }),
    ),
    ...when(input.contributors.length > 0, { type: 'set contributors', contributors: input.contributors }),
    ...when(input.informed.length > 0, { type: 'set informed', informed: input.informed }),
    ...when(input.decider !== null, { type: 'name decider', decider: input.decider }),
    ...when(input.open, { type: 'open review' }),
    ...when(driver !== starter, { type: 'hand over', driver }),
  ]
}

const when = (needed: boolean, act: Act): Act[] => (needed ? [act] : [])

function then(done: Applied, act: Act, context: Context): Applied {
  const result = apply(done.review, act, { ...context, id: newId() })
  if (!result.ok) throw problemOf(result)
  return { ...result, events: [...done.events, ...result.events] }
}
