import { accountRoutes, type Session } from '@colloquy/shared/contract/accounts'
import express from 'express'
import type { Kernel } from '../../kernel/domain.ts'
import { mount, mountOpen } from '../../kernel/mount.ts'
import type { Auth } from './auth.ts'
import { forward, openPaths } from './forward.ts'
import { acceptInvite, createInvite, listInvites, readInvite, revokeInvite } from './invites.ts'
import { Account } from './model.ts'
import { presentPerson, presentSession } from './present.ts'
import { needsSetUp, setUp } from './set-up.ts'

export function mountAccounts({ router }: Kernel, auth: Auth): void {
  for (const path of openPaths) {
    router.post(`/api/auth${path}`, express.json({ limit: '8kb' }), (request, response) =>
      forward(auth, request, response),
    )
  }

  mountOpen(router, accountRoutes.session, async (_input, actor): Promise<Session> => {
    const account = actor && (await Account.findById(actor.accountId).lean())
    if (account) return presentSession(account)
    return (await needsSetUp()) ? { state: 'setup' } : { state: 'signedOut' }
  })
  mountOpen(router, accountRoutes.setUp, (input, _actor, { response }) => setUp(auth, input, response))
  mount(router, accountRoutes.people, async () => {
    const accounts = await Account.find().sort({ name: 1 }).lean()
    return accounts.map(presentPerson)
  })
  mount(router, accountRoutes.createInvite, (input, actor) => createInvite(actor, input.role))
  mount(router, accountRoutes.listInvites, (_input, actor) => listInvites(actor))
  mount(router, accountRoutes.revokeInvite, (input, actor) => revokeInvite(actor, input.inviteId))
  mountOpen(router, accountRoutes.readInvite, input => readInvite(input.token))
  mountOpen(router, accountRoutes.acceptInvite, ({ token, ...credentials }, _actor, { response }) =>
    acceptInvite(auth, token, credentials, response),
  )
}
