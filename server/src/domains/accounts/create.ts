import { createHash } from 'node:crypto'
import type { WorkspaceRole } from '@colloquy/shared/contract/accounts'
import { Problem } from '@colloquy/shared/contract/problems'
import type { Auth } from './auth.ts'

export type Credentials = { name: string; email: string; password: string }

/** Makes an account with a password. The email address is the identity: taken ones are a conflict. */
export async function createAccount(
  auth: Auth,
  { name, email, password }: Credentials,
  role: WorkspaceRole,
): Promise<{ accountId: string }> {
  const { internalAdapter, password: hasher } = await auth.$context
  if (await internalAdapter.findUserByEmail(email.toLowerCase())) throw taken()
  const hash = await hasher.hash(password)
  const user = await internalAdapter
    .createUser({ name, email, emailVerified: false, role, hue: hueOf(email) }, { method: 'email-password' })
    .catch(error => {
      // Two people can take one address in the same moment; the unique index lets one of them through.
      if (/E11000/.test(String(error?.message ?? error))) throw taken()
      throw error
    })
  await internalAdapter.linkAccount({
    userId: user.id,
    providerId: 'credential',
    accountId: user.id,
    password: hash,
  })
  return { accountId: user.id }
}

const taken = () =>
  new Problem('conflict', 'There is an account with this email address already. Please sign in')

/** A hue that stays with the person, spread over the circle by a hash of the address. */
const hueOf = (email: string): number =>
  createHash('sha256').update(email.toLowerCase()).digest().readUInt16BE(0) % 360
