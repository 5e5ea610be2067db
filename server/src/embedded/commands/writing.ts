import { ObjectId } from 'bson'
import { runPipeline } from '../aggregate/pipeline.ts'
import { CommandError } from '../errors.ts'
import { encodeKey } from '../keys.ts'
import { find, type Match, matchOptions, pipelineRequest, type Request } from '../query.ts'
import type { Collection } from '../storage/collection.ts'
import { compileUpdate, isReplacement, type Update } from '../update/compile.ts'
import { seedOf } from '../update/seed.ts'
import { type Doc, decode, isDoc, isTruthy, numberOr, Rank, rankOf, typeName } from '../values.ts'
import { type Command, type Context, collatorFor, docOr, type Handler, namespaceOf } from './command.ts'
import { isHint } from './reading.ts'
import { isView } from './views.ts'

export const maxBatch = 100_000

/** Runs the statements of a bulk write; an ordered one stops at the first that is refused. */
export function eachStatement<T>(
  statements: readonly T[],
  ordered: boolean,
  run: (statement: T, index: number) => void,
): Doc[] {
  if (statements.length === 0 || statements.length > maxBatch)
    throw new CommandError(
      'InvalidLength',
      `Write batch sizes must be between 1 and ${maxBatch}. Got ${statements.length} operations.`,
    )
  const writeErrors: Doc[] = []
  for (const [index, statement] of statements.entries()) {
    try {
      run(statement, index)
    } catch (cause) {
      if (!(cause instanceof CommandError)) throw cause
      writeErrors.push({ index, code: cause.code, errmsg: cause.message, ...cause.details })
      if (ordered) break
    }
  }
  return writeErrors
}

const isOrdered = (body: Doc): boolean => body['ordered'] === undefined || isTruthy(body['ordered'])

const withErrors = (reply: Doc, writeErrors: readonly Doc[]): Doc =>
  writeErrors.length > 0 ? { ...reply, writeErrors, ok: 1 } : { ...reply, ok: 1 }

function target(command: Command, context: Context): string {
  const namespace = namespaceOf(command)
  if (isView(context, namespace))
    throw new CommandError('CommandNotSupportedOnView', `Namespace ${namespace} is a view, not a collection`)
  return namespace
}

const insert: Handler = (command, context) => {
  const { store } = context
  const namespace = target(command, context)
  let n = 0
  const errors = eachStatement(command.documents, isOrdered(command.body), bytes => {
    const given = decode(bytes)
    const doc = identified(given)
    const collection = store.ensure(namespace)
    store.begin()
    if (!bypasses(command.body)) collection.refuseInvalid(doc)
    // As it came, unless it had to be given an `_id` or that had to be moved.
    collection.insert(doc, doc === given ? bytes : undefined)
    n++
  })
  return withErrors({ n }, errors)
}

/** The document with `_id` first, which is given to it when it has none. Throws on an `_id` that cannot be one. */
export function identified(doc: Doc): Doc {
  const first = Object.keys(doc)[0]
  const result = first === '_id' ? doc : withIdFirst(doc)
  refuseBadId(result['_id'])
  return result
}

function withIdFirst(doc: Doc): Doc {
  const { _id = new ObjectId(), ...fields } = doc
  return { _id, ...fields }
}

function refuseBadId(id: unknown): void {
  const rank = rankOf(id)
  if (rank === Rank.array || rank === Rank.regex || rank === Rank.undefined)
    throw new CommandError('InvalidIdField', `The '_id' value cannot be of type ${typeName(id)}`)
  const dollar = isDoc(id) ? Object.keys(id).find(field => field.startsWith('$')) : undefined
  if (dollar !== undefined && !['$ref', '$id', '$db'].includes(dollar))
    throw new CommandError(
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${dollar}' in '_id.${dollar}' is not valid for storage.`,
    )
}

/** Whether a write may leave documents that the collection's validator refuses. */
const bypasses = (body: Doc): boolean => isTruthy(body['bypassDocumentValidation'])

export interface UpdateRequest extends Request {
  readonly update: Update
  readonly filter: Doc
  readonly isReplacement: boolean
  readonly validates: boolean
}

/** Compiles an update with all it may refer to: array filters, variables, collation. */
export function updateRequest(
  context: Context,
  namespace: string,
  statement: Doc,
  update: unknown,
  filter: unknown,
): UpdateRequest {
  const database = namespace.slice(0, namespace.indexOf('.'))
  const variables = docOr(statement['c'] ?? statement['let'])
  const collator = collatorFor(context, namespace, statement)
  const request = pipelineRequest(context.store, database, variables, collator)
  const options = matchOptions(context.store, namespace, { variables, collator })
  const compiled = compileUpdate(update, {
    ...options,
    arrayFilters: statement['arrayFilters'],
    runPipeline: (pipeline, doc) => [...runPipeline([doc], pipeline, request)][0] ?? doc,
  })
  return {
    query: docOr(filter),
    filter: docOr(filter),
    update: compiled,
    isReplacement: isReplacement(update),
    validates: !bypasses(statement),
    collator,
    variables,
    ...(isHint(statement['hint']) ? { hint: statement['hint'] } : {}),
  }
}

/** Applies an update to one stored document. Answers the new document and whether anything changed. */
export function applyUpdate(
  { now }: Context,
  collection: Collection,
  { stored, position }: Match,
  { update, validates }: UpdateRequest,
): { doc: Doc; isChanged: boolean } {
  const before = decode(stored.bytes)
  const { _id } = before
  const doc = update(before, { position, now: now(), inserting: false })
  if (!encodeKey([doc['_id']]).equals(encodeKey([_id])))
    throw new CommandError(
      'ImmutableField',
      "Performing an update on the path '_id' would modify the immutable field '_id'",
    )
  // 1 and 1.0 are the same id: the one stored stays.
  const kept = Object.keys(doc)[0] === '_id' ? { ...doc, _id } : { _id, ...doc }
  kept['_id'] = _id
  if (validates) collection.refuseInvalid(kept)
  return { doc: kept, isChanged: collection.replace(stored, kept) }
}

/** Inserts what an upsert makes of its query and update. Answers the new document. */
export function upsert(
  { now }: Context,
  collection: Collection,
  { filter, update, validates }: UpdateRequest,
): Doc {
  const seed = seedOf(filter)
  const made = update(seed, { position: undefined, now: now(), inserting: true })
  if (
    seed['_id'] !== undefined &&
    made['_id'] !== undefined &&
    !encodeKey([made['_id']]).equals(encodeKey([seed['_id']]))
  )
    throw new CommandError(
      'ImmutableField',
      "Performing an update on the path '_id' would modify the immutable field '_id'",
    )
  const doc = identified(made)
  if (validates) collection.refuseInvalid(doc)
  collection.insert(doc)
  return doc
}

const update: Handler = (command, context) => {
  const { body } = command
  const { store } = context
  const namespace = target(command, context)
  let n = 0
  let nModified = 0
  const upserted: Doc[] = []
  const shared = { let: body['let'], bypassDocumentValidation: body['bypassDocumentValidation'] }
  const statements = (Array.isArray(body['updates']) ? body['updates'] : []).filter(isDoc)
  // A server of this wire version does not know it either.
  if (statements.some(statement => 'sort' in statement))
    throw new CommandError('Location40415', "BSON field 'update.updates.sort' is an unknown field.")
  const errors = eachStatement(statements, isOrdered(body), (statement, index) => {
    const multi = isTruthy(statement['multi'])
    const request = updateRequest(
      context,
      namespace,
      { ...shared, ...statement },
      statement['u'],
      statement['q'],
    )
    if (multi && request.isReplacement)
      throw new CommandError('FailedToParse', 'multi update is not supported for replacement-style update')
    const known = store.collection(namespace)
    const matches = [...find(store, namespace, { ...request, limit: multi ? 0 : 1 })]
    if (matches.length > 0 || isTruthy(statement['upsert'])) store.begin()
    for (const match of known ? matches : []) {
      n++
      if (known && applyUpdate(context, known, match, request).isChanged) nModified++
    }
    if (matches.length > 0 || !isTruthy(statement['upsert'])) return
    const { _id } = upsert(context, store.ensure(namespace), request)
    upserted.push({ index, _id })
    n++
  })
  return withErrors({ n, ...(upserted.length > 0 ? { upserted } : {}), nModified }, errors)
}

const remove: Handler = (command, context) => {
  const { body } = command
  const { store } = context
  const namespace = target(command, context)
  let n = 0
  const statements = (Array.isArray(body['deletes']) ? body['deletes'] : []).filter(isDoc)
  const errors = eachStatement(statements, isOrdered(body), statement => {
    const collection = store.collection(namespace)
    const request = {
      query: docOr(statement['q']),
      limit: numberOr(statement['limit'], 0),
      collator: collatorFor(context, namespace, statement),
      variables: docOr(body['let']),
      ...(isHint(statement['hint']) ? { hint: statement['hint'] } : {}),
    }
    const matches = [...find(store, namespace, request)]
    if (matches.length > 0) store.begin()
    for (const { stored } of matches) collection?.remove(stored)
    n += matches.length
  })
  return withErrors({ n }, errors)
}

export const writingCommands: Record<string, Handler> = { insert, update, delete: remove }
