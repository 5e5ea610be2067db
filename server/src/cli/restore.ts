import type { Command } from 'commander'
import { storeFolder } from './folder.ts'

interface RestoreOptions {
  readonly data?: string
  readonly replace: boolean
}

/** `colloquy restore FILE`: puts a backup in the place of the embedded store. */
export function register(program: Command): void {
  program
    .command('restore')
    .description('Put a backup in the place of the embedded store. The server must not be running.')
    .argument('<file>', 'a file made by "colloquy backup"')
    .option('--data <folder>', 'the folder of the store (default: where the server keeps it)')
    .option('--replace', 'move a store that is there aside', false)
    .action(restore)
}

async function restore(file: string, { data = storeFolder(), replace }: RestoreOptions): Promise<void> {
  const { restoreStore } = await import('../embedded/storage/backup.ts')
  console.log(`Checking ${file} …`)
  const { contents, movedTo } = restoreStore(file, data, replace)
  if (movedTo) console.log(`What was there is kept as ${movedTo}.`)
  console.log(`${data} holds ${contents.documents} documents in ${contents.collections} collections.`)
}
