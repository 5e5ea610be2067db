import type { DecisionPage } from '@colloquy/shared/contract/decisions'
import { Problem } from '@colloquy/shared/contract/problems'
import type { Revisit } from '@colloquy/shared/review/stage'
import type { Actor } from '../../kernel/actor.ts'
import type { Kernel } from '../../kernel/domain.ts'
import { workspaceRolesOf } from '../accounts/index.ts'
import { findDecision } from './find.ts'
import { DecisionModel } from './model.ts'
import { decisionAbilities } from './policy.ts'
import { presentDecision } from './present.ts'

/** Sets when a decision is looked at again, kept beside its record, which still says what was meant when it was taken. */
export async function setRevisit(
  { live }: Pick<Kernel, 'live'>,
  actor: Actor,
  decisionId: string,
  revisit: Revisit | null,
): Promise<DecisionPage> {
  const found = await findDecision(actor, decisionId)
  if (!decisionAbilities(found, actor).revisit) {
    throw new Problem(
      'forbidden',
      'Whoever revisits it, its driver, its decider and owners of its space say when',
    )
  }
  if (revisit && (await workspaceRolesOf([revisit.owner])).size === 0)
    throw new Problem('missing', 'There is no such person')
  await DecisionModel.updateOne({ _id: decisionId }, { $set: { revisit } })
  live.announce('decision.changed', decisionId, 'everyone')
  return presentDecision(actor, { ...found, decision: { ...found.decision, revisit } })
}
