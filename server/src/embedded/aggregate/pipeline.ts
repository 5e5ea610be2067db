import { Aggregator } from 'mingo/aggregator'
import { Context } from 'mingo/core'
import type { Iterator as LazyIterator } from 'mingo/lazy'
import { Lazy } from 'mingo/lazy'
import { $group as libraryGroup } from 'mingo/operators/pipeline'
import type { Options, PipelineOperator } from 'mingo/types'
import { CommandError } from '../errors.ts'
import { encodeKey } from '../keys.ts'
import { compileQuery } from '../match/compile.ts'
import { directionsOf, sortBy } from '../sort.ts'
import { type Doc, isDoc, isNumeric, toDouble } from '../values.ts'
import { evaluate, guarded, libraryContext, libraryOptions, promote, promoteValue } from './expressions.ts'
import { lookup } from './lookup.ts'
import type { PipelineRequest } from './request.ts'

/** The stages of a pipeline with their names. Throws when one is not a document of one field, or unknown. */
export function stagesOf(pipeline: unknown): { name: string; argument: unknown }[] {
  if (!Array.isArray(pipeline))
    throw new CommandError('FailedToParse', "'pipeline' option must be specified as an array")
  return pipeline.map(stage => {
    const [entry, second] = isDoc(stage) ? Object.entries(stage) : []
    if (!entry || second)
      throw new CommandError(
        'Location40323',
        'A pipeline stage specification object must contain exactly one field.',
      )
    const [name, argument] = entry
    if (!libraryOperators.has(name))
      throw new CommandError('Location40324', `Unrecognized pipeline stage name: '${name}'`)
    return { name, argument }
  })
}

/** Runs stages over documents. The leading exact ones keep every number's type; the library's see plain numbers. */
export function* runPipeline(
  input: Iterable<Doc>,
  pipeline: unknown,
  request: PipelineRequest,
): Generator<Doc> {
  const stages = stagesOf(pipeline)
  const options = optionsFor(request)
  const exact = stages.findIndex(({ name }) => !(name in exactStages))
  const leading = exact < 0 ? stages : stages.slice(0, exact)
  let docs = input
  for (const { name, argument } of leading)
    docs = exactStages[name]?.(docs, argument, request, options) ?? docs
  if (exact < 0) return yield* docs
  const rest = stages.slice(exact).map(({ name, argument }) => ({ [name]: promoteValue(argument) }))
  yield* guardedEach(new Aggregator(rest, options).stream(promoted(docs), options))
}

function* promoted(docs: Iterable<Doc>): Generator<Doc> {
  for (const doc of docs) yield promote(doc)
}

function* guardedEach(stream: LazyIterator): Generator<Doc> {
  for (;;) {
    const { value, done } = guarded(() => stream.next())
    if (done) return
    if (isDoc(value)) yield value
  }
}

type ExactStage = (
  docs: Iterable<Doc>,
  argument: unknown,
  request: PipelineRequest,
  options: Options,
) => Iterable<Doc>

/** The stages that hand documents on as they are, and so need not know the library's plain numbers. */
const exactStages: Record<string, ExactStage> = {
  $match: matchStage,
  $sort: (docs, argument, { collator }) => sortBy([...docs], directionsOf(argument), doc => doc, collator),
  $skip: (docs, argument) => skip(docs, amount('$skip', argument)),
  $limit: (docs, argument) => take(docs, amount('$limit', argument)),
}

function* matchStage(
  docs: Iterable<Doc>,
  query: unknown,
  { collator }: PipelineRequest,
  options: Options,
): Generator<Doc> {
  if (!isDoc(query)) throw new CommandError('BadValue', 'the match filter must be an expression in an object')
  const matches = compileQuery(query, {
    collator,
    evaluate: (doc, expression) => evaluate(doc, expression, options),
  })
  for (const doc of docs) if (matches(doc)) yield doc
}

function amount(name: string, argument: unknown): number {
  const count = isNumeric(argument) ? toDouble(argument) : Number.NaN
  if (!Number.isInteger(count) || count < 0 || (count === 0 && name === '$limit'))
    throw new CommandError(
      'BadValue',
      `invalid argument to ${name} stage: it must be a positive whole number`,
    )
  return count
}

function* take(docs: Iterable<Doc>, count: number): Generator<Doc> {
  let left = count
  for (const doc of docs) {
    yield doc
    if (--left === 0) return
  }
}

function* skip(docs: Iterable<Doc>, count: number): Generator<Doc> {
  let left = count
  for (const doc of docs) if (left-- <= 0) yield doc
}

const contexts = new WeakMap<PipelineRequest, Options>()

/** The library's operators with the stages of this store put over them, for one request. */
export function optionsFor(request: PipelineRequest): Options {
  const known = contexts.get(request)
  if (known) return known
  const overriding: Record<string, PipelineOperator> = {
    $group: groupStage,
    $lookup: (collection: LazyIterator, argument: unknown, options: Options) =>
      Lazy(lookup(docsOf(collection), promoteDoc(argument), { request, options, run: runPipeline })),
  }
  for (const [name, stage] of Object.entries(exactStages))
    overriding[name] = (collection: LazyIterator, argument: unknown, options: Options) =>
      Lazy(stage(docsOf(collection), argument, request, options))
  const context = Context.from(Context.init({ pipeline: overriding }), libraryContext)
  const resolve = (name: string): Doc[] => [...request.source.find(name, {}, {})].map(promote)
  const options = libraryOptions(context, request.variables, resolve)
  contexts.set(request, options)
  return options
}

const promoteDoc = (value: unknown): Doc => (isDoc(value) ? promote(value) : {})

function* docsOf(collection: LazyIterator): Generator<Doc> {
  for (const value of collection) if (isDoc(value)) yield value
}

/** Groups by the exact key of `_id`; each group is then handed to the library, which knows the accumulators. */
function groupStage(collection: LazyIterator, argument: unknown, options: Options): LazyIterator {
  const spec = promoteDoc(argument)
  if (!('_id' in spec)) throw new CommandError('BadValue', 'a group specification must include an _id')
  const { _id: idExpression, ...accumulators } = spec
  return Lazy(grouped(collection, idExpression, accumulators, options))
}

function* grouped(
  collection: LazyIterator,
  id: unknown,
  accumulators: Doc,
  options: Options,
): Generator<Doc> {
  const groups = new Map<string, { id: unknown; docs: Doc[] }>()
  for (const doc of docsOf(collection)) {
    const value = evaluate(doc, id, options) ?? null
    const key = encodeKey([value]).toString('latin1')
    const group = groups.get(key)
    if (group) group.docs.push(doc)
    else groups.set(key, { id: value, docs: [doc] })
  }
  for (const group of groups.values()) {
    for (const result of docsOf(libraryGroup(Lazy(group.docs), { _id: null, ...accumulators }, options)))
      yield { ...result, _id: group.id }
  }
}

/** Stages that this store runs itself, around the library. */
const ownStages = [
  '$out',
  '$merge',
  '$indexStats',
  '$collStats',
  '$listLocalSessions',
  '$currentOp',
  '$changeStream',
]

const libraryOperators = new Set([
  ...Object.keys(exactStages),
  ...ownStages,
  '$addFields',
  '$bucket',
  '$bucketAuto',
  '$count',
  '$densify',
  '$documents',
  '$facet',
  '$fill',
  '$graphLookup',
  '$group',
  '$lookup',
  '$project',
  '$redact',
  '$replaceRoot',
  '$replaceWith',
  '$sample',
  '$set',
  '$setWindowFields',
  '$sortByCount',
  '$unionWith',
  '$unset',
  '$unwind',
])
