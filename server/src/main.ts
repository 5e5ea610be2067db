import { startServer } from './app.ts'
import { ConfigError, readConfig } from './config.ts'
import { demoPassword, people } from './demo/people.ts'
import { log } from './kernel/log.ts'

/** How long a stop may take before the process ends all the same. */
const STOP_WITHIN_MS = 10_000

process.on('unhandledRejection', error => {
  log.fatal({ err: error }, 'unhandled rejection')
})

try {
  const config = readConfig(process.env, process.argv.slice(2))
  const server = await startServer(config)
  console.log(`Colloquy is ready: ${config.publicUrl ?? server.url}`)
  if (config.demo) console.log(`Demo: sign in as ${people.nora.email} with the password “${demoPassword}”.`)
  if (!config.mongodbUri) console.log(`Data: ${config.dataDir} (embedded store)`)

  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    console.log('Stopping …')
    setTimeout(() => {
      console.error('Stopping took too long; some connections were cut.')
      process.exit(1)
    }, STOP_WITHIN_MS - 500).unref()
    await server.stop()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
} catch (error) {
  console.error(error instanceof ConfigError ? `Colloquy cannot start: ${error.message}` : error)
  process.exit(1)
}
