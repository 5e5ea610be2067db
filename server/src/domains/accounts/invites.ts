import type { Session, WorkspaceRole } from '@colloquy/shared/contract/accounts'
import { Problem } from '@colloquy/shared/contract/problems'
import type { Response } from 'express'
import type { Actor } from '../../kernel/actor.ts'
import { clock } from '../../kernel/clock.ts'
import { newId, newSecret } from '../../kernel/ids.ts'
import type { Auth } from './auth.ts'
import { type Credentials, createAccount } from './create.ts'
import { Account, Invite } from './model.ts'
import { mustInvite } from './policy.ts'
import { signIn } from './sign-in.ts'

const VALID_FOR_DAYS = 7

type StoredInvite = { _id: string; role: string; createdBy: string; createdAt: Date; expiresAt: Date }

const present = (invite: StoredInvite) => ({
  inviteId: invite._id,
  role: invite.role as WorkspaceRole, // reason: written from the contract's enum
  createdBy: invite.createdBy,
  createdAt: invite.createdAt.toISOString(),
  expiresAt: invite.expiresAt.toISOString(),
})

const open = () => ({ usedBy: null, expiresAt: { $gt: clock.now() } })

export async function createInvite(actor: Actor, role: WorkspaceRole) {
  mustInvite(actor)
  const now = clock.now()
  const invite = await Invite.create({
    _id: newId(),
    token: newSecret(),
    role,
    createdBy: actor.accountId,
    createdAt: now,
    expiresAt: new Date(now.getTime() + VALID_FOR_DAYS * 86_400_000),
  })
  return { ...present(invite), token: invite.token }
}

export async function listInvites(actor: Actor) {
  mustInvite(actor)
  const invites = await Invite.find(open()).sort({ createdAt: -1 }).lean()
  return invites.map(present)
}

export async function revokeInvite(actor: Actor, inviteId: string) {
  mustInvite(actor)
  const { deletedCount } = await Invite.deleteOne({ _id: inviteId, usedBy: null })
  if (deletedCount === 0) throw new Problem('missing', 'There is no such open invite')
  return {}
}

const closed = () =>
  new Problem('gone', 'This invite has been used, withdrawn or has expired. Please ask for a new link')

export async function readInvite(token: string) {
  const invite = await Invite.findOne({ token, ...open() }).lean()
  if (!invite) throw closed()
  const inviter = await Account.findById(invite.createdBy).lean()
  const { role, expiresAt } = present(invite)
  return { invitedBy: inviter?.name ?? 'A former member', role, expiresAt }
}

/** Uses an invite once: it is claimed before the account is made and given back when that fails. */
export async function acceptInvite(
  auth: Auth,
  token: string,
  credentials: Credentials,
  response: Response,
): Promise<Session> {
  const invite = await Invite.findOneAndUpdate({ token, ...open() }, { $set: { usedBy: 'claimed' } }).lean()
  if (!invite) throw closed()
  try {
    const { accountId } = await createAccount(auth, credentials, present(invite).role)
    await Invite.updateOne({ _id: invite._id }, { $set: { usedBy: accountId } })
  } catch (error) {
    await Invite.updateOne({ _id: invite._id, usedBy: 'claimed' }, { $set: { usedBy: null } })
    throw error
  }
  return signIn(auth, credentials, response)
}
