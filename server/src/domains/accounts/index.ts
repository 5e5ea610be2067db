import { type WorkspaceRole, workspaceRole } from '@colloquy/shared/contract/accounts'
import mongoose from 'mongoose'
import type { Server } from 'socket.io'
import type { Config } from '../../config.ts'
import type { Authenticate } from '../../kernel/actor.ts'
import type { Domain } from '../../kernel/domain.ts'
import { sessionRoom } from '../../kernel/sockets.ts'
import { createAuth } from './auth.ts'
import { authenticateBy } from './authenticate.ts'
import { type Credentials, createAccount } from './create.ts'
import { Account } from './model.ts'
import { mountAccounts } from './routes.ts'
import { needsSetUp } from './set-up.ts'

/** Whether these are all accounts of the workspace. */
export async function accountsExist(accountIds: string[]): Promise<boolean> {
  const wanted = [...new Set(accountIds)]
  if (!wanted.every(accountId => mongoose.isObjectIdOrHexString(accountId))) return false
  return (await Account.countDocuments({ _id: { $in: wanted } })) === wanted.length
}

/** The workspace roles of those of these accounts that exist, by account id. */
export async function workspaceRolesOf(accountIds: string[]): Promise<Map<string, WorkspaceRole>> {
  const wanted = [...new Set(accountIds)].filter(accountId => mongoose.isObjectIdOrHexString(accountId))
  const found = await Account.find({ _id: { $in: wanted } }, { role: 1 }).lean()
  return new Map(found.map(({ _id, role }) => [_id.toString(), workspaceRole.parse(role)]))
}

/** The names of these accounts as they are now, by account id. */
export async function namesOf(accountIds: string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(accountIds)].filter(accountId => mongoose.isObjectIdOrHexString(accountId))
  const found = await Account.find({ _id: { $in: wanted } }, { name: 1 }).lean()
  return new Map(found.map(({ _id, name }) => [_id.toString(), name]))
}

export type Accounts = {
  domain: Domain
  authenticate: Authenticate
  /** Whether nobody has an account yet. */
  isEmpty(): Promise<boolean>
  create(credentials: Credentials, role: WorkspaceRole): Promise<{ accountId: string }>
}

/**
 * Accounts come first, since everything else needs the actor: gives the domain, and how a cookie becomes an
 * actor. When a session ends, every socket that was opened with it is closed, on all nodes.
 */
export async function openAccounts(config: Config, io: () => Server): Promise<Accounts> {
  const auth = await createAuth(config, async sessionId => {
    for (const name of ['/live', '/collaboration'])
      io().of(name).in(sessionRoom(sessionId)).disconnectSockets(true)
  })
  const domain: Domain = {
    name: 'accounts',
    start(kernel) {
      mountAccounts(kernel, auth)
      return undefined
    },
  }
  return {
    domain,
    authenticate: authenticateBy(auth),
    isEmpty: needsSetUp,
    create: (credentials, role) => createAccount(auth, credentials, role),
  }
}
