import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'

/** A setting that cannot be used. Its message is one line for the person who starts the server. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

const settings = z.object({
  PORT: z.coerce.number('PORT must be a number').int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('.data'),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, 'MONGODB_URI must begin with mongodb:// or mongodb+srv://')
    .optional(),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'REDIS_URL must begin with redis:// or rediss://')
    .optional(),
  PUBLIC_URL: z.url('PUBLIC_URL must be an address such as https://docs.example.org').optional(),
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('warn'),
})

export type Config = {
  port: number
  host: string
  /** Absolute path of the folder that holds the embedded store and uploads. */
  dataDir: string
  mongodbUri: string | undefined
  redisUrl: string | undefined
  /** Public address, when a proxy stands before the server. */
  publicUrl: string | undefined
  /** Number of proxies before the server whose X-Forwarded-For is believed. */
  trustProxy: number
  logLevel: z.infer<typeof settings>['LOG_LEVEL']
  demo: boolean
}

/** Names people try that mean a setting of ours; a silent default would hide the mistake. */
const mistaken: Record<string, keyof z.infer<typeof settings>> = {
  MONGO_URI: 'MONGODB_URI',
  MONGO_URL: 'MONGODB_URI',
  MONGODB_URL: 'MONGODB_URI',
  REDIS_URI: 'REDIS_URL',
  DATADIR: 'DATA_DIR',
  DATA_DIRECTORY: 'DATA_DIR',
}

const flags = {
  port: 'PORT',
  host: 'HOST',
  'data-dir': 'DATA_DIR',
  'log-level': 'LOG_LEVEL',
} as const satisfies Record<string, keyof z.infer<typeof settings>>

/**
 * Reads the settings from the environment and from command-line flags, which win. This is the only reader of
 * `process.env`. Anything unknown, misspelt or out of range is a ConfigError that names it.
 */
export function readConfig(env: NodeJS.ProcessEnv, args: string[] = []): Config {
  for (const [name, meant] of Object.entries(mistaken)) {
    if (env[name] !== undefined && env[meant] === undefined) {
      throw new ConfigError(`Unknown setting ${name}. Did you mean ${meant}?`)
    }
  }
  for (const name of Object.keys(env)) {
    if (name.startsWith('COLLOQUY_')) {
      throw new ConfigError(`Unknown setting ${name}. Known are ${Object.keys(settings.shape).join(', ')}.`)
    }
  }
  const given = readFlags(args)
  const parsed = settings.safeParse({ ...blankAsUnset(env), ...given.settings })
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new ConfigError(`Setting ${issue?.path.join('.')}: ${issue?.message}`)
  }
  const value = parsed.data
  return {
    port: value.PORT,
    host: value.HOST,
    dataDir: resolve(value.DATA_DIR),
    mongodbUri: value.MONGODB_URI,
    redisUrl: value.REDIS_URL,
    publicUrl: value.PUBLIC_URL?.replace(/\/$/, ''),
    trustProxy: value.TRUST_PROXY,
    logLevel: value.LOG_LEVEL,
    demo: given.demo,
  }
}

const blankAsUnset = (env: NodeJS.ProcessEnv) =>
  Object.fromEntries(
    Object.keys(settings.shape).flatMap(name => (env[name]?.trim() ? [[name, env[name].trim()]] : [])),
  )

function readFlags(args: string[]): { settings: Record<string, string>; demo: boolean } {
  const options = {
    demo: { type: 'boolean', default: false },
    ...Object.fromEntries(Object.keys(flags).map(flag => [flag, { type: 'string' } as const])),
  } as const
  try {
    const { values } = parseArgs({ args, options, strict: true, allowPositionals: false })
    const settings: Record<string, string> = {}
    for (const [flag, name] of Object.entries(flags)) {
      const value = (values as Record<string, unknown>)[flag] // reason: the flags are built from a table
      if (typeof value === 'string') settings[name] = value
    }
    return { settings, demo: values.demo === true }
  } catch (error) {
    const message = error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error)
    throw new ConfigError(`${message}. Known flags: --demo, --${Object.keys(flags).join(', --')}.`)
  }
}
