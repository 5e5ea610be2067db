import { Double, Int32, Long } from 'bson'
import { Aggregator } from 'mingo/aggregator'
import { Context, evalExpr } from 'mingo/core'
import type { Iterator as LazyIterator } from 'mingo/lazy'
import * as accumulators from 'mingo/operators/accumulator'
import * as expressions from 'mingo/operators/expression'
import * as stages from 'mingo/operators/pipeline'
import * as projections from 'mingo/operators/projection'
import * as queries from 'mingo/operators/query'
import * as windows from 'mingo/operators/window'
import type { Any, ExpressionOperator, Options } from 'mingo/types'
import { compare } from '../compare.ts'
import { CommandError } from '../errors.ts'
import { noteScore, scoreOf } from '../match/text.ts'
import { type Doc, isDoc } from '../values.ts'

/** Comparisons follow the order of BSON types, which the library's own do not. */
const comparison =
  (holds: (order: number) => unknown): ExpressionOperator =>
  (doc: Any, operands: Any, options: Options) => {
    const values = evalExpr(doc, operands, options)
    if (!Array.isArray(values) || values.length !== 2)
      throw new CommandError('BadValue', 'A comparison takes exactly 2 arguments')
    return holds(compare(values[0], values[1]))
  }

const exactComparisons = {
  $cmp: comparison(Math.sign),
  $eq: comparison(order => order === 0),
  $ne: comparison(order => order !== 0),
  $gt: comparison(order => order > 0),
  $gte: comparison(order => order >= 0),
  $lt: comparison(order => order < 0),
  $lte: comparison(order => order <= 0),
}

const textScoreOf: ExpressionOperator = (doc: Any, _expression: Any, _options: Options) => scoreOf(doc)

/** All of the library's operators; the stages that have to follow BSON exactly are put over it in `pipeline.ts`. */
export const libraryContext = Context.init({
  accumulator: { ...accumulators },
  expression: { ...expressions, ...exactComparisons, $meta: textScoreOf },
  pipeline: { ...stages },
  projection: { ...projections },
  query: { ...queries },
  window: { ...windows },
})

/** The library copies its table of operators for each options object it is given, so that one is made and kept. */
export function libraryOptions(context: Context, variables: Doc, resolve: (name: string) => Doc[]): Options {
  let made: Options | undefined
  const capture = Context.from(context).addPipelineOps({
    $capture: (collection: LazyIterator, _expression: unknown, options: Options) => {
      made = options
      return collection
    },
  })
  // Code sent by a client is never run.
  const options = { context: capture, variables, scriptEnabled: false, collectionResolver: resolve }
  new Aggregator([{ $capture: {} }], options).stream([])
  if (!made) throw new Error('The aggregation library gave no options to a stage')
  return made
}

const plainOptions = libraryOptions(libraryContext, {}, () => [])

/** A document as the library takes it: plain numbers where nothing is lost by that. */
export function promote(doc: Doc): Doc {
  const result = noteScore({}, scoreOf(doc))
  for (const [field, value] of Object.entries(doc)) result[field] = promoteValue(value)
  return result
}

export function promoteValue(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Int32 || value instanceof Double) return value.value
  if (value instanceof Long) return Number.isSafeInteger(value.toNumber()) ? value.toNumber() : value
  if (Array.isArray(value)) return value.map(promoteValue)
  return isDoc(value) ? promote(value) : value
}

/** Evaluates one aggregation expression on a document. Throws BadValue when it cannot. */
export function evaluate(doc: Doc, expression: unknown, options: Options = plainOptions): unknown {
  return guarded(() => evalExpr(promote(doc), promoteValue(expression), options))
}

/** What the library throws is the client's mistake: an operand of the wrong type, an unknown operator. */
export function guarded<T>(run: () => T): T {
  try {
    return run()
  } catch (cause) {
    if (cause instanceof CommandError) throw cause
    throw new CommandError('BadValue', cause instanceof Error ? cause.message : String(cause))
  }
}
