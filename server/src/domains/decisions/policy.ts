import { Problem } from '@colloquy/shared/contract/problems'
import { deciderOf } from '@colloquy/shared/review/review'
import type { Actor } from '../../kernel/actor.ts'
import { roleInSpace, type StoredSpace } from '../spaces/index.ts'
import type { Found } from './find.ts'

/** What a person may do with a decision. Nobody changes its record. */
export function decisionAbilities(
  { decision, space, review }: Found,
  actor: Pick<Actor, 'accountId' | 'role'>,
): { link: boolean; revisit: boolean } {
  const { accountId } = actor
  const answers =
    roleInSpace(space, actor) === 'owner' ||
    (review !== null && (review.driver === accountId || deciderOf(review) === accountId))
  return { link: answers, revisit: answers || decision.revisit?.owner === accountId }
}

/** Refuses all but the owners of a space. */
export function mustOwn(space: StoredSpace, actor: Actor): void {
  if (roleInSpace(space, actor) !== 'owner') {
    throw new Problem('forbidden', 'Only owners of this space can do that')
  }
}
