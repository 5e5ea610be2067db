import { Command } from 'commander'
import { register as backup } from './backup.ts'
import { register as check } from './check.ts'
import { register as convert } from './convert.ts'
import { register as explain } from './explain.ts'
import { register as migrate } from './migrate.ts'
import { register as restore } from './restore.ts'
import { register as store } from './store.ts'

const program = new Command('colloquy')
  .description('Colloquy from the command line: the same checks and conversions as the server, on files.')
  .showHelpAfterError('Run with --help for the commands and their options.')
  .exitOverride(error => {
    process.exit(error.exitCode === 0 ? 0 : 2)
  })

for (const register of [check, explain, convert, store, backup, restore, migrate]) register(program)

try {
  await program.parseAsync()
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(3)
}
