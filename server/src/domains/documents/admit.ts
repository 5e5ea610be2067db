import { Problem } from '@colloquy/shared/contract/problems'
import { type Role, roles } from '@colloquy/shared/contract/spaces'
import { workspaceRolesOf } from '../accounts/index.ts'
import type { Found } from './find.ts'
import { DocumentModel } from './model.ts'
import { documentAbilities, roleInDocument } from './policy.ts'

/**
 * Makes sure that each of these people has at least this role in a document, for somebody who gives them a part in it. What
 * is missing is given when that person may share the document, else refused. True when somebody gained a role.
 */
export async function admit(
  { document, space, role }: Found,
  accountIds: readonly string[],
  least: Role,
): Promise<boolean> {
  const wanted = [...new Set(accountIds)]
  const known = await workspaceRolesOf(wanted)
  const lacking = wanted.filter(accountId => {
    const workspaceRole = known.get(accountId)
    if (!workspaceRole) throw new Problem('missing', 'There is no such person')
    const held = roleInDocument(document, space, { accountId, role: workspaceRole })
    return held === null || roles.indexOf(held) < roles.indexOf(least)
  })
  if (lacking.length === 0) return false
  if (!documentAbilities[role].share) {
    throw new Problem(
      'forbidden',
      'Somebody you named may not open this document that far. Someone who can edit it can share it with them first',
    )
  }
  // The filters repeat what is lacking, so that a role which somebody gives in the same moment is raised, never lowered.
  const weaker = roles.slice(0, roles.indexOf(least))
  for (const accountId of lacking) {
    await DocumentModel.updateOne(
      { _id: document._id, people: { $elemMatch: { accountId, role: { $in: weaker } } } },
      { $set: { 'people.$.role': least } },
    )
    await DocumentModel.updateOne(
      { _id: document._id, 'people.accountId': { $ne: accountId } },
      { $push: { people: { accountId, role: least } } },
    )
  }
  return true
}
