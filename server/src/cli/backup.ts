import type { Command } from 'commander'
import { storeFolder } from './folder.ts'
import { progressLine } from './progress.ts'

/** `colloquy backup FILE`: a copy of the embedded store, also while the server runs. */
export function register(program: Command): void {
  program
    .command('backup')
    .description('Copy the embedded store into one file, also while the server runs.')
    .argument('<file>', 'the file to make')
    .option('--data <folder>', 'the folder of the store (default: where the server keeps it)')
    .action(backup)
}

async function backup(file: string, options: { data?: string }): Promise<void> {
  const data = options.data ?? storeFolder()
  const { backupStore } = await import('../embedded/storage/backup.ts')
  const line = progressLine()
  const { collections, documents } = await backupStore(data, file, (done, total) =>
    line.show(`Copying ${data}: ${Math.round((100 * done) / Math.max(total, 1))} %`),
  )
  line.end(`${file} holds ${documents} documents in ${collections} collections, and was checked.`)
}
