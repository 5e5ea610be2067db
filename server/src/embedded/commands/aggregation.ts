import { runPipeline, stagesOf } from '../aggregate/pipeline.ts'
import { defaultBatch } from '../cursors.ts'
import { CommandError } from '../errors.ts'
import { documentOf, find, type Match, pipelineRequest, type Request } from '../query.ts'
import { directionsOf } from '../sort.ts'
import { type Doc, encode, isDoc, isNumeric, numberOr, toDouble } from '../values.ts'
import { type Command, type Context, collatorFor, deadlineOf, docOr, type Handler } from './command.ts'
import { mergeInto, outInto } from './output.ts'
import { resolveView } from './views.ts'

/** The documents a pipeline gives over a namespace, without those stages that write. */
export function* aggregated(
  context: Context,
  database: string,
  start: string | undefined,
  pipeline: readonly unknown[],
  options: Doc,
): Generator<Doc> {
  const resolved = start === undefined ? undefined : resolveView(context, start, pipeline)
  const stages = resolved?.pipeline ?? pipeline
  const variables = docOr(options['let'])
  const namespace = resolved?.namespace ?? `${database}.$cmd.aggregate`
  const collator = collatorFor(context, namespace, options)
  const request = pipelineRequest(context.store, database, variables, collator)
  const special = specialInput(context, resolved?.namespace, stages)
  if (special) return yield* runPipeline(special, stages.slice(1), request)
  const { query, used } = leadingQuery(stages)
  const hint = options['hint']
  const deadline = deadlineOf(options, context.now())
  const found = find(context.store, namespace, {
    ...query,
    variables,
    collator,
    deadline,
    ...(hint ? { hint } : {}),
  })
  const rest = stages.slice(used)
  const counting = rest.length === 1 ? countedAs(docOr(rest[0])) : undefined
  if (counting) yield* counted(found, counting)
  else yield* runPipeline(decoded(found), rest, request)
}

/**
 * What a stage makes of a number of documents when it only counts them, as `$count` does and the driver's
 * `countDocuments`: then none has to be decoded.
 */
function countedAs(stage: Doc): ((n: number) => Doc) | undefined {
  const { $count, $group } = stage
  if (typeof $count === 'string' && /^[^$.]+$/.test($count)) return n => ({ [$count]: n })
  if (!isDoc($group)) return undefined
  const { _id, n: sum, ...others } = $group
  const isOne = isDoc(sum) && Object.keys(sum).length === 1 && numberOr(sum['$sum'], 0) === 1
  const isConstant = _id === null || (_id !== undefined && isNumeric(_id))
  return isOne && isConstant && Object.keys(others).length === 0 ? n => ({ _id, n }) : undefined
}

function* counted(matches: Iterable<Match>, shown: (n: number) => Doc): Generator<Doc> {
  let n = 0
  for (const _ of matches) n++
  // No documents make no group.
  if (n > 0) yield shown(n)
}

function* decoded(matches: Iterable<Match>): Generator<Doc> {
  for (const match of matches) yield documentOf(match)
}

/** The stages at the start that a find can do: `$match`es, then one `$sort`, then `$skip` and `$limit`. */
export function leadingQuery(pipeline: readonly unknown[]): { query: Request; used: number } {
  const matches: Doc[] = []
  let used = 0
  const stage = () => docOr(pipeline[used])
  for (; isDoc(stage()['$match']); used++) matches.push(docOr(stage()['$match']))
  let query: Request = {
    query: matches.length === 1 ? (matches[0] ?? {}) : matches.length === 0 ? {} : { $and: matches },
  }
  if (isDoc(stage()['$sort']))
    query = { ...query, sort: directionsOf(pipeline[used++] && docOr(pipeline[used - 1])['$sort']) }
  if (isCount(stage()['$skip'])) query = { ...query, skip: numberOr(docOr(pipeline[used++])['$skip'], 0) }
  if (isCount(stage()['$limit'])) query = { ...query, limit: numberOr(docOr(pipeline[used++])['$limit'], 0) }
  return { query, used }
}

const isCount = (value: unknown): boolean =>
  value !== undefined && isNumeric(value) && Number.isInteger(toDouble(value)) && toDouble(value) > 0

/** Stages that make their own documents instead of reading a collection. */
function specialInput(
  { store }: Context,
  namespace: string | undefined,
  stages: readonly unknown[],
): Doc[] | undefined {
  const first = docOr(stages[0])
  if (Array.isArray(first['$documents'])) return first['$documents'].filter(isDoc)
  if ('$currentOp' in first || '$listLocalSessions' in first)
    return [{ type: 'op', host: 'embedded', desc: 'embedded' }]
  const collection = namespace === undefined ? undefined : store.collection(namespace)
  if ('$indexStats' in first)
    return (collection?.indexes ?? []).map(({ name, spec }) => ({
      name,
      key: spec['key'],
      spec,
      accesses: { ops: 0 },
    }))
  if ('$collStats' in first) {
    if (!collection) throw new CommandError('NamespaceNotFound', `Collection [${namespace}] not found.`)
    return [
      {
        ns: namespace,
        count: collection.count(),
        storageStats: { count: collection.count(), nindexes: collection.indexes.length },
      },
    ]
  }
  return undefined
}

const aggregate: Handler = (command: Command, context) => {
  const { body, database } = command
  const target = body['aggregate']
  const namespace = `${database}.${typeof target === 'string' ? target : '$cmd.aggregate'}`
  const start = typeof target === 'string' ? namespace : undefined
  const stages = stagesOf(body['pipeline'])
  const pipeline = Array.isArray(body['pipeline']) ? body['pipeline'] : []
  if (stages.some(({ name }) => name === '$changeStream'))
    throw new CommandError('Location40573', 'The $changeStream stage is only supported on replica sets')
  const writing = stages.findIndex(({ name }) => name === '$out' || name === '$merge')
  if (writing >= 0 && writing !== stages.length - 1)
    throw new CommandError(
      'Location40601',
      `${stages[writing]?.name} can only be the final stage in the pipeline`,
    )
  const size = numberOr(docOr(body['cursor'])['batchSize'], defaultBatch)
  const docs = aggregated(context, database, start, writing < 0 ? pipeline : pipeline.slice(0, -1), body)
  if (writing >= 0) {
    const { name, argument } = stages[writing] ?? { name: '', argument: undefined }
    if (name === '$out') outInto(context, database, argument, [...docs])
    else mergeInto(context, database, argument, [...docs])
    return context.cursors.first(namespace, [], size)
  }
  return context.cursors.first(namespace, encoded(docs), size)
}

export function* encoded(docs: Iterable<Doc>): Generator<Uint8Array> {
  for (const doc of docs) yield encode(doc)
}

export const aggregationCommands: Record<string, Handler> = { aggregate }
