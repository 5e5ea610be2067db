import type { Command } from 'commander'
import { storeFolder } from './folder.ts'
import { progressLine } from './progress.ts'

interface MigrateOptions {
  readonly data?: string
  readonly to?: string
  readonly from?: string
}

/** `colloquy migrate --to URI` and `--from URI`: everything from the embedded store to a MongoDB, or back. */
export function register(program: Command): void {
  program
    .command('migrate')
    .description(
      'Copy everything from the embedded store to a MongoDB, or back. The server must not be running.',
    )
    .option('--to <uri>', 'the MongoDB to copy to')
    .option('--from <uri>', 'the MongoDB to copy from')
    .option('--data <folder>', 'the folder of the embedded store (default: where the server keeps it)')
    .action(migrate)
}

async function migrate({ data = storeFolder(), to, from }: MigrateOptions): Promise<void> {
  const uri = to ?? from
  if (!uri || (to && from)) throw new Error('Give the MongoDB either as --to or as --from.')
  const [{ MongoClient }, { startEmbedded }, { copyEverything }] = await Promise.all([
    import('mongodb'),
    import('../embedded/index.ts'),
    import('../embedded/migrate.ts'),
  ])
  const store = await startEmbedded({ dataDir: data })
  const embedded = new MongoClient(store.uri)
  const other = new MongoClient(uri, { serverSelectionTimeoutMS: 5000 })
  const line = progressLine()
  try {
    const [source, target] = to ? [embedded, other] : [other, embedded]
    const documents = await copyEverything(source, target, (namespace, done, total) => {
      line.show(`${namespace}: ${done} of ${total}`)
      if (done >= total) line.end(`${namespace}: ${done} documents`)
    })
    line.end(`${documents} documents were copied, and are the same on both sides.`)
  } finally {
    await other.close()
    await embedded.close()
    await store.stop()
  }
}
