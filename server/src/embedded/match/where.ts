import { constants, createContext, Script } from 'node:vm'
import { Code, EJSON } from 'bson'
import { CommandError } from '../errors.ts'
import { type Doc, textOf } from '../values.ts'

/** The longest that one document may take when the command sets no limit. */
const limit = 10_000

/**
 * `$where`: a client's JavaScript over one document. It runs in a realm of its own, made without any object of this
 * one; only text goes in, only true, false or text comes out, and it is stopped after `milliseconds`.
 */
export function whereTest(argument: unknown, milliseconds: () => number): (doc: Doc) => boolean {
  const source = argument instanceof Code ? argument.code : textOf(argument)
  if (source === undefined) throw new CommandError('BadValue', '$where requires a string or a function')
  const realm = createContext(constants.DONT_CONTEXTIFY)
  const compiled = script(source)
  return doc => {
    const text = JSON.stringify(EJSON.stringify(doc, { relaxed: true }))
    const timeout = Math.max(1, Math.min(limit, milliseconds()))
    const result = stopped(
      () => new Script(`text = ${text}`).runInContext(realm) && compiled.runInContext(realm, { timeout }),
    )
    if (typeof result === 'string') throw new CommandError('JSInterpreterFailure', `$where failed: ${result}`)
    return result === true
  }
}

function script(source: string): Script {
  const isFunction = /^\s*(async\s+)?function\b|^\s*\(?[\w\s,]*\)?\s*=>/.test(source)
  const isBody = !isFunction && /\breturn\b/.test(source)
  const made = isFunction ? `(${source})` : `(function () { ${isBody ? source : `return (${source}\n)`} })`
  try {
    // What it throws is turned into text inside, where the time limit still holds.
    return new Script(`
      globalThis.sleep = ms => { const end = Date.now() + ms; while (Date.now() < end) continue; return true };
      globalThis.obj = JSON.parse(text);
      (() => { try { return Boolean((${made}).call(obj)) } catch (error) { return String(error) } })()`)
  } catch (cause) {
    throw new CommandError('JSInterpreterFailure', `$where failed: ${String(cause)}`)
  }
}

function stopped(run: () => unknown): unknown {
  try {
    return run()
  } catch {
    // Nothing else gets out of the script than that it was stopped.
    throw new CommandError('MaxTimeMSExpired', 'operation exceeded time limit')
  }
}
