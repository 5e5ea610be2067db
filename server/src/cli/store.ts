import { type Command, InvalidArgumentError } from 'commander'
import { storeFolder } from './folder.ts'

interface StoreOptions {
  readonly port: number
  readonly host: string
  readonly data?: string
  readonly stats: boolean
}

/** `colloquy store`: the embedded store alone, for any MongoDB client on this machine. */
export function register(program: Command): void {
  program
    .command('store')
    .description('Serve the embedded store on this machine, for any MongoDB client.')
    .option('--port <number>', 'the port to listen on, 0 for a free one', portOf, 27117)
    .option('--host <address>', 'a loopback address', '127.0.0.1')
    .option('--data <folder>', 'the folder of the store (default: where the server keeps it)')
    .option('--stats', 'tell what is in it instead, also while it is in use', false)
    .action(serve)
}

function portOf(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('A port is 0 to 65535.')
  return port
}

async function serve({ port, host, data = storeFolder(), stats }: StoreOptions): Promise<void> {
  if (stats) {
    await printStats(data)
    return
  }
  const { serveStore } = await import('../embedded/serve.ts')
  const served = await serveStore({ dataDir: data, host, port })
  console.log(`The store of ${data} is ready at mongodb://${host}:${served.port}/`)
  await new Promise<void>(done => {
    process.once('SIGTERM', () => done())
    process.once('SIGINT', () => done())
  })
  await served.stop()
}

const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MB`

async function printStats(data: string): Promise<void> {
  const { statsOf } = await import('../embedded/storage/stats.ts')
  const { fileBytes, logBytes, format, collections } = statsOf(data)
  console.log(
    `${data}: ${megabytes(fileBytes)} in the file, ${megabytes(logBytes)} in its log, format ${format}`,
  )
  for (const { namespace, documents, bytes, indexes } of collections) {
    console.log(`${namespace}: ${documents} documents, ${megabytes(bytes)}`)
    for (const { name, entries } of indexes) console.log(`  ${name}: ${entries} entries`)
  }
}
