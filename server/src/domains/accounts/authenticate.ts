import { workspaceRole } from '@colloquy/shared/contract/accounts'
import type { Authenticate } from '../../kernel/actor.ts'
import type { Auth } from './auth.ts'

/** Resolves the session cookie to an actor. */
export const authenticateBy =
  (auth: Auth): Authenticate =>
  async headers => {
    if (!headers.get('cookie')) return null
    const found = await auth.api.getSession({ headers })
    if (!found) return null
    return {
      accountId: found.user.id,
      name: found.user.name,
      role: workspaceRole.parse(found.user.role),
      sessionId: found.session.id,
      expiresAt: new Date(found.session.expiresAt).getTime(),
    }
  }
