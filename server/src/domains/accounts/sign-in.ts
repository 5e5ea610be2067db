import type { Session } from '@colloquy/shared/contract/accounts'
import type { Response } from 'express'
import type { Auth } from './auth.ts'
import { Account } from './model.ts'
import { presentSession } from './present.ts'

/** Signs a person in who has just been given an account, setting the session cookie on the response. */
export async function signIn(
  auth: Auth,
  credentials: { email: string; password: string },
  response: Response,
): Promise<Session> {
  const signedIn = await auth.api.signInEmail({
    body: { email: credentials.email, password: credentials.password },
    asResponse: true,
  })
  if (!signedIn.ok) throw new Error(`the new account could not sign in: ${signedIn.status}`)
  for (const cookie of signedIn.headers.getSetCookie()) response.append('Set-Cookie', cookie)
  const account = await Account.findOne({ email: credentials.email.toLowerCase() }).lean()
  if (!account) throw new Error('the new account is gone')
  return presentSession(account)
}
