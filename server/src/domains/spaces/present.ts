import { role, type Space, spaceRole } from '@colloquy/shared/contract/spaces'
import type { Actor } from '../../kernel/actor.ts'
import type { StoredSpace } from './model.ts'
import { roleInSpace, spaceAbilities } from './policy.ts'

/** A space as this person sees it; null when it is closed to them. */
export function presentSpace(space: StoredSpace, viewer: Actor): Space | null {
  const own = roleInSpace(space, viewer)
  if (!own) return null
  return {
    spaceId: space._id,
    name: space.name,
    prefix: space.prefix,
    description: space.description,
    everyone: space.everyone === null ? null : role.parse(space.everyone),
    members: space.members.map(member => ({
      accountId: member.accountId,
      role: spaceRole.parse(member.role),
    })),
    createdAt: space.createdAt.toISOString(),
    abilities: spaceAbilities[own],
  }
}
