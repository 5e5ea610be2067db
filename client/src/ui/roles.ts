import type { SpaceRole } from '@colloquy/shared/contract/spaces'

/** How a role reads on the screen: what it lets one do. */
export const roleLabels = {
  viewer: 'Can view',
  commenter: 'Can comment',
  editor: 'Can edit',
  owner: 'Owner',
} as const satisfies Record<SpaceRole, string>

/** Options of a role menu, strongest first. */
export function roleOptions<R extends SpaceRole>(roles: readonly R[]): { value: R; label: string }[] {
  return roles.map(role => ({ value: role, label: roleLabels[role] })).reverse()
}
