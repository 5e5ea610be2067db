import { mongodbAdapter } from '@better-auth/mongo-adapter'
import { betterAuth } from 'better-auth'
import mongoose from 'mongoose'
import type { Config } from '../../config.ts'
import { newSecret } from '../../kernel/ids.ts'
import { Setting } from './model.ts'

/** The header in which the server itself tells better-auth the caller's address; callers cannot set it. */
export const CLIENT_ADDRESS = 'x-colloquy-client'

/** better-auth on mongoose's own client. Accounts are made by us (set-up, invites), never by its public sign-up. */
export async function createAuth(config: Config, onSessionEnd: (sessionId: string) => Promise<void>) {
  const database = mongoose.connection.db
  if (!database) throw new Error('the database is not connected')
  return betterAuth({
    appName: 'Colloquy',
    ...(config.publicUrl ? { baseURL: config.publicUrl } : {}),
    secret: await secret(),
    database: mongodbAdapter(database, { transaction: false }),
    telemetry: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 128 },
    user: {
      additionalFields: {
        role: { type: 'string', input: false, required: true, defaultValue: 'member' },
        hue: { type: 'number', input: false, required: true, defaultValue: 0 },
      },
    },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 300,
      customRules: { '/sign-in/email': { window: 60, max: 20 } },
    },
    databaseHooks: { session: { delete: { after: session => onSessionEnd(session.id) } } },
    advanced: {
      cookiePrefix: 'colloquy',
      useSecureCookies: config.publicUrl?.startsWith('https://') ?? false,
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS] },
    },
    logger: { disabled: true },
  })
}

export type Auth = Awaited<ReturnType<typeof createAuth>>

/** The key that signs cookies, made once and kept in the database so that every node has the same. */
async function secret(): Promise<string> {
  const row = await Setting.findOneAndUpdate(
    { _id: 'auth' },
    { $setOnInsert: { value: newSecret() + newSecret() } },
    { upsert: true, returnDocument: 'after' },
  ).lean()
  if (!row?.value) throw new Error('the signing key could not be read')
  return row.value
}
