/** Who asks: a signed-in person, resolved from the session cookie of the request or socket. */
export type Actor = {
  accountId: string
  name: string
  role: 'owner' | 'member'
  sessionId: string
  /** End of the session, in milliseconds since 1970. */
  expiresAt: number
}

/** Finds the actor behind a Cookie header; null when nobody is signed in. */
export type Authenticate = (headers: Headers) => Promise<Actor | null>
