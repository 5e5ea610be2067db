import { CommandError } from '../errors.ts'
import { isTruthy } from '../values.ts'
import { aggregationCommands } from './aggregation.ts'
import { catalogCommands } from './catalog.ts'
import type { Command, Context, Handler, Reply } from './command.ts'
import { explainCommands } from './explain.ts'
import { findAndModifyCommands } from './findAndModify.ts'
import { indexingCommands } from './indexing.ts'
import { readingCommands } from './reading.ts'
import { sessionCommands } from './session.ts'
import { writingCommands } from './writing.ts'

const handlers = new Map<string, Handler>(
  Object.entries({
    ...sessionCommands,
    ...readingCommands,
    ...writingCommands,
    ...findAndModifyCommands,
    ...aggregationCommands,
    ...catalogCommands,
    ...indexingCommands,
    ...explainCommands,
  }),
)

/** An aggregation may ask for its own explanation. */
function explained(command: Command, context: Context): Reply {
  const body = { explain: command.body, verbosity: 'queryPlanner' }
  return explainCommands['explain']?.({ ...command, name: 'explain', body }, context) ?? {}
}

/** Runs one command. A refusal is a reply too; anything else that is thrown is a fault of the store. */
export function dispatch(command: Command, context: Context): Reply {
  try {
    const handler = handlers.get(command.name)
    if (!handler) throw new CommandError('CommandNotFound', `no such command: '${command.name}'`)
    // A standalone refuses these too.
    if ('txnNumber' in command.body)
      throw new CommandError(
        'IllegalOperation',
        'Transaction numbers are only allowed on a replica set member or mongos',
      )
    if (command.name === 'aggregate' && isTruthy(command.body['explain'])) return explained(command, context)
    return handler(command, context)
  } catch (cause) {
    if (cause instanceof CommandError) return cause.reply()
    throw cause
  }
}
