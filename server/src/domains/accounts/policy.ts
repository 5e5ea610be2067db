import { Problem } from '@colloquy/shared/contract/problems'

type WithRole = { role: 'owner' | 'member' }

/** What a person may do in the workspace as a whole. */
export const abilitiesOf = (actor: WithRole) => ({ invite: actor.role === 'owner' })

export function mustInvite(actor: WithRole): void {
  if (!abilitiesOf(actor).invite)
    throw new Problem('forbidden', 'Only owners of the workspace can invite people')
}
