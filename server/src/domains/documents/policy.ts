import { type Role, role } from '@colloquy/shared/contract/spaces'
import type { Actor } from '../../kernel/actor.ts'
import { roleInSpace, type StoredSpace } from '../spaces/index.ts'
import type { StoredDocument } from './model.ts'

export const documentAbilities = {
  viewer: { comment: false, edit: false, share: false, archive: false },
  commenter: { comment: true, edit: false, share: false, archive: false },
  editor: { comment: true, edit: true, share: true, archive: true },
} as const satisfies Record<Role, Record<string, boolean>>

/**
 * The role a person has in a document; null when they may not know of it. First of: owners of the space edit;
 * a role of one's own in the document; what the document gives everyone; one's role in the space.
 */
export function roleInDocument(
  document: Pick<StoredDocument, 'people' | 'everyone'>,
  space: StoredSpace,
  actor: Pick<Actor, 'accountId' | 'role'>,
): Role | null {
  const inSpace = roleInSpace(space, actor)
  if (inSpace === 'owner') return 'editor'
  const listed = document.people.find(entry => entry.accountId === actor.accountId)
  if (listed) return role.parse(listed.role)
  return document.everyone === null ? inSpace : role.parse(document.everyone)
}
