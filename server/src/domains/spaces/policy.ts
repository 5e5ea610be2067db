import { role, type SpaceRole, spaceRole } from '@colloquy/shared/contract/spaces'
import type { Actor } from '../../kernel/actor.ts'
import type { StoredSpace } from './model.ts'

export const spaceAbilities = {
  viewer: { write: false, manage: false },
  commenter: { write: false, manage: false },
  editor: { write: true, manage: false },
  owner: { write: true, manage: true },
} as const satisfies Record<SpaceRole, { write: boolean; manage: boolean }>

/** The role a person has in a space; null when it is closed to them. Workspace owners own every space. */
export function roleInSpace(space: StoredSpace, actor: Pick<Actor, 'accountId' | 'role'>): SpaceRole | null {
  if (actor.role === 'owner') return 'owner'
  const listed = space.members.find(member => member.accountId === actor.accountId)
  if (listed) return spaceRole.parse(listed.role)
  return space.everyone === null ? null : role.parse(space.everyone)
}
