import { defaultBatch } from '../cursors.ts'
import { CommandError } from '../errors.ts'
import { encodeKey } from '../keys.ts'
import { eachLeaf, splitPath } from '../paths.ts'
import { compileProjection } from '../project.ts'
import { documentOf, find, type Match, matchOptions, type Request } from '../query.ts'
import { directionsOf } from '../sort.ts'
import { type Doc, decode, encode, isDoc, isNumeric, isTruthy, numberOr, toDouble } from '../values.ts'
import { aggregated, encoded } from './aggregation.ts'
import {
  type Command,
  type Context,
  collatorFor,
  countOf,
  deadlineOf,
  docOr,
  type Handler,
  namespaceOf,
} from './command.ts'
import { isView } from './views.ts'

/** What a find, count, distinct or findAndModify asks for, in the words of the query engine. */
export function requestOf(context: Context, namespace: string, body: Doc, filter: unknown): Request {
  return {
    query: docOr(filter),
    sort: directionsOf(body['sort']),
    skip: countOf(body, 'skip'),
    limit: Math.abs(numberOr(body['limit'], 0)),
    ...(isHint(body['hint']) ? { hint: body['hint'] } : {}),
    collator: collatorFor(context, namespace, body),
    variables: docOr(body['let']),
    deadline: deadlineOf(body, context.now()),
  }
}

export const isHint = (hint: unknown): boolean =>
  typeof hint === 'string' || (isDoc(hint) && Object.keys(hint).length > 0)

const findCommand: Handler = (command, context) => {
  const { body } = command
  const namespace = namespaceOf(command)
  if (isTruthy(body['tailable']))
    throw new CommandError(
      'BadValue',
      'error processing query: tailable cursor requested on non capped collection',
    )
  const single = isTruthy(body['singleBatch']) || numberOr(body['limit'], 0) < 0
  const size = body['batchSize'] === undefined ? defaultBatch : countOf(body, 'batchSize')
  if (isView(context, namespace)) {
    const docs = aggregated(context, command.database, namespace, viewStages(body), body)
    return context.cursors.first(namespace, encoded(docs), size, single)
  }
  const request = requestOf(context, namespace, body, body['filter'])
  const project = projector(context, namespace, body['projection'], request)
  const docs = find(context.store, namespace, request)
  return context.cursors.first(namespace, project(docs), size, single)
}

/** A find on a view is an aggregation that ends in what was asked for. */
function viewStages(body: Doc): Doc[] {
  const stages: Doc[] = []
  if (isDoc(body['filter'])) stages.push({ $match: body['filter'] })
  if (isDoc(body['sort']) && Object.keys(body['sort']).length > 0) stages.push({ $sort: body['sort'] })
  if (numberOr(body['skip'], 0) > 0) stages.push({ $skip: body['skip'] })
  if (numberOr(body['limit'], 0) > 0) stages.push({ $limit: body['limit'] })
  if (isDoc(body['projection']) && Object.keys(body['projection']).length > 0)
    stages.push({ $project: body['projection'] })
  return stages
}

/** Turns matches into the bytes to send: those stored, when there is nothing to project. */
function projector(
  { store }: Context,
  namespace: string,
  spec: unknown,
  request: Request,
): (matches: Iterable<Match>) => Iterable<Uint8Array> {
  if (!isDoc(spec) || Object.keys(spec).length === 0) return stored
  const project = compileProjection(spec, matchOptions(store, namespace, request))
  return function* projected(matches) {
    for (const match of matches) yield encode(project(documentOf(match), match.position))
  }
}

function* stored(matches: Iterable<Match>): Generator<Uint8Array> {
  for (const match of matches) yield match.stored.bytes
}

const count: Handler = (command, context) => {
  const { body } = command
  const namespace = namespaceOf(command)
  if (isView(context, namespace)) return { n: [...viewDocs(command, context)].length, ok: 1 }
  const collection = context.store.collection(namespace)
  const request = requestOf(context, namespace, body, body['query'])
  if (collection && Object.keys(request.query).length === 0 && !request.skip && !request.limit)
    return { n: collection.count(), ok: 1 }
  let n = 0
  for (const _ of find(context.store, namespace, { ...request, sort: [] })) n++
  return { n, ok: 1 }
}

const distinct: Handler = (command, context) => {
  const { body } = command
  const { key } = body
  if (typeof key !== 'string' || key === '')
    throw new CommandError('TypeMismatch', "BSON field 'distinct.key' is the wrong type")
  const found = new Map<string, unknown>()
  const namespace = namespaceOf(command)
  const { collator } = requestOf(context, namespace, body, body['query'])
  for (const doc of viewDocs(command, context)) {
    eachLeaf(doc, splitPath(key), (value, _position, isElement) => {
      const isWhole = Array.isArray(value) && !isElement
      if (value === undefined || isWhole) return false
      const same = distinctKey(value, found, collator)
      if (!found.has(same)) found.set(same, value)
      return false
    })
  }
  return { values: [...found.values()], ok: 1 }
}

function distinctKey(
  value: unknown,
  found: ReadonlyMap<string, unknown>,
  collator: Request['collator'],
): string {
  if (collator && typeof value === 'string')
    for (const [key, known] of found)
      if (typeof known === 'string' && collator(known, value) === 0) return key
  return encodeKey([value]).toString('latin1')
}

/** All documents of a count's or distinct's query, of a collection or a view. */
function* viewDocs(command: Command, context: Context): Generator<Doc> {
  const { body } = command
  const namespace = namespaceOf(command)
  if (isView(context, namespace)) {
    yield* aggregated(
      context,
      command.database,
      namespace,
      viewStages({ ...body, filter: body['query'] }),
      body,
    )
    return
  }
  for (const match of find(context.store, namespace, requestOf(context, namespace, body, body['query'])))
    yield decode(match.stored.bytes)
}

const getMore: Handler = ({ body, database }, { cursors }) => {
  const size = body['batchSize'] === undefined ? undefined : countOf(body, 'batchSize')
  return cursors.more(idOf(body['getMore']), `${database}.${String(body['collection'])}`, size)
}

const killCursors: Handler = ({ body }, { cursors }) => {
  const ids = Array.isArray(body['cursors']) ? body['cursors'] : []
  const killed = ids.filter(id => cursors.kill(idOf(id)))
  const unknown = ids.filter(id => !killed.includes(id))
  return { cursorsKilled: killed, cursorsNotFound: unknown, cursorsAlive: [], cursorsUnknown: [], ok: 1 }
}

function idOf(value: unknown): bigint {
  if (!isNumeric(value)) throw new CommandError('TypeMismatch', 'A cursor id is an int64')
  return typeof value === 'object' && value._bsontype === 'Long' ? value.toBigInt() : BigInt(toDouble(value))
}

export const readingCommands: Record<string, Handler> = {
  find: findCommand,
  count,
  distinct,
  getMore,
  killCursors,
}
