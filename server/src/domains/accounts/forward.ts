import { Problem } from '@colloquy/shared/contract/problems'
import type { Request, Response } from 'express'
import { type Auth, CLIENT_ADDRESS } from './auth.ts'

/** What of better-auth is open to callers. It can do much more; what is not listed here does not exist. */
export const openPaths = [
  '/sign-in/email',
  '/sign-out',
  '/change-password',
  '/revoke-other-sessions',
] as const

/**
 * Hands a call to better-auth. Of a success only the cookies are passed on: its body holds the session token, which
 * scripts are not to see.
 */
export async function forward(auth: Auth, request: Request, response: Response): Promise<void> {
  const headers = new Headers({
    'content-type': 'application/json',
    [CLIENT_ADDRESS]: request.ip ?? 'unknown',
  })
  for (const name of ['cookie', 'origin', 'user-agent'] as const) {
    const value = request.headers[name]
    if (value) headers.set(name, value)
  }
  const url = `${request.protocol}://${request.headers.host ?? 'localhost'}${request.originalUrl}`
  const body = JSON.stringify(request.body ?? {})
  const reply = await auth.handler(new Request(url, { method: 'POST', headers, body }))
  for (const cookie of reply.headers.getSetCookie()) response.append('Set-Cookie', cookie)
  if (!reply.ok) throw problemOf(reply.status)
  response.json({})
}

function problemOf(status: number): Problem {
  switch (status) {
    case 401:
      return new Problem('unauthenticated', 'The email address or the password is wrong')
    case 429:
      return new Problem('tooMany', 'Too many attempts. Please wait a minute and try again')
    case 403:
      return new Problem('forbidden', 'This request came from another site')
    default:
      return new Problem('invalid', 'This could not be done with what was given. Nothing was changed')
  }
}
