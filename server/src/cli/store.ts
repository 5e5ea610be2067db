import { type Command, InvalidArgumentError } from 'commander'
import { serveStore } from '../embedded/serve.ts'

interface StoreOptions {
  readonly port: number
  readonly host: string
  readonly data: string
}

/** `colloquy store`: the embedded store alone, for any MongoDB client on this machine. */
export function register(program: Command): void {
  program
    .command('store')
    .description('Serve the embedded store on this machine, for any MongoDB client.')
    .option('--port <number>', 'the port to listen on, 0 for a free one', portOf, 27117)
    .option('--host <address>', 'a loopback address', '127.0.0.1')
    .option('--data <folder>', 'the folder of the store', '.data/store')
    .action(serve)
}

function portOf(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('A port is 0 to 65535.')
  return port
}

async function serve({ port, host, data }: StoreOptions): Promise<void> {
  const served = await serveStore({ dataDir: data, host, port })
  console.log(`The store of ${data} is ready at mongodb://${host}:${served.port}/`)
  await new Promise<void>(done => {
    process.once('SIGTERM', () => done())
    process.once('SIGINT', () => done())
  })
  await served.stop()
}
