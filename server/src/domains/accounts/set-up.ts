import type { Session } from '@colloquy/shared/contract/accounts'
import { Problem } from '@colloquy/shared/contract/problems'
import type { Response } from 'express'
import type { Auth } from './auth.ts'
import { type Credentials, createAccount } from './create.ts'
import { Account, Setting } from './model.ts'
import { signIn } from './sign-in.ts'

export const needsSetUp = async (): Promise<boolean> => (await Account.estimatedDocumentCount()) === 0

/** Makes the first account. Of two people who try at once, one wins; the other is told to ask for an invite. */
export async function setUp(auth: Auth, credentials: Credentials, response: Response): Promise<Session> {
  const done = () =>
    new Problem('conflict', 'This workspace is set up already. Please ask its owner for an invite')
  if (!(await needsSetUp())) throw done()
  const claim = await Setting.updateOne(
    { _id: 'setUp' },
    { $setOnInsert: { value: credentials.email } },
    { upsert: true },
  )
  if (claim.upsertedCount === 0) throw done()
  try {
    await createAccount(auth, credentials, 'owner')
  } finally {
    await Setting.deleteOne({ _id: 'setUp' })
  }
  return signIn(auth, credentials, response)
}
