import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import mongoose from 'mongoose'
import type { Config } from '../config.ts'
import { ConfigError } from '../config.ts'

export type Database = {
  /** Rejects when the database does not answer within two seconds. */
  ping(): Promise<void>
  stop(): Promise<void>
}

/**
 * Connects mongoose: to MONGODB_URI where it is set, else to the embedded store in the data folder. Nothing else
 * in the application knows which of the two it is. Failures are ConfigErrors of one line.
 */
export async function connectDatabase(config: Config): Promise<Database> {
  mongoose.set('strictQuery', 'throw')
  const store = config.mongodbUri ? null : await openEmbedded(config.dataDir)
  const uri = config.mongodbUri ?? store?.uri ?? ''
  try {
    await mongoose.connect(uri, {
      serverSelectionTimeoutMS: 5000,
      autoIndex: false,
      ...(store ? { dbName: 'colloquy' } : {}),
    })
  } catch (error) {
    await store?.stop()
    const place = config.mongodbUri ? `the database at ${withoutSecrets(uri)}` : 'the embedded store'
    throw new ConfigError(`Cannot reach ${place}: ${error instanceof Error ? error.message : error}`)
  }
  for (const model of Object.values(mongoose.models)) await model.createIndexes()
  return {
    async ping() {
      const answer = mongoose.connection.db?.command({ ping: 1 }, { timeoutMS: 2000 })
      if (!answer) throw new Error('not connected')
      await answer
    },
    async stop() {
      await mongoose.disconnect()
      await store?.stop()
    },
  }
}

async function openEmbedded(dataDir: string) {
  try {
    await mkdir(dataDir, { recursive: true })
  } catch (error) {
    throw new ConfigError(`Cannot write to the data folder ${dataDir}: ${reasonOf(error)}`)
  }
  const { startEmbedded } = await import('../embedded/index.ts')
  try {
    return await startEmbedded({ dataDir: join(dataDir, 'store') })
  } catch (error) {
    throw new ConfigError(error instanceof Error ? error.message : String(error))
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error)

const withoutSecrets = (uri: string): string => uri.replace(/\/\/[^@/]*@/, '//')
