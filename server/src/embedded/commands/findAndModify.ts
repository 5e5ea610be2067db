import { CommandError } from '../errors.ts'
import { compileProjection } from '../project.ts'
import { documentOf, find, type Match, matchOptions } from '../query.ts'
import type { Collection } from '../storage/collection.ts'
import { type Doc, isDoc, isTruthy } from '../values.ts'
import { type Command, type Context, type Handler, namespaceOf } from './command.ts'
import { requestOf } from './reading.ts'
import { applyUpdate, type UpdateRequest, updateRequest, upsert } from './writing.ts'

/** Changes or removes one document and answers it, as it was or as it is now. */
const findAndModify: Handler = (command, context) => {
  const { body } = command
  const { store } = context
  const namespace = namespaceOf({
    ...command,
    name: 'findAndModify' in body ? 'findAndModify' : 'findandmodify',
  })
  const removing = isTruthy(body['remove'])
  if (removing === (body['update'] !== undefined))
    throw new CommandError('FailedToParse', 'Either an update or remove=true must be specified')
  if (removing && (isTruthy(body['new']) || isTruthy(body['upsert'])))
    throw new CommandError('FailedToParse', "Cannot specify both remove=true and 'new' or 'upsert'")
  const project = projection(command, context, namespace)
  const request = { ...requestOf(context, namespace, body, body['query']), limit: 1 }
  const known = store.collection(namespace)
  const [match] = find(store, namespace, request)
  if (removing) return removed(context, known, match, project)
  const compiled = updateRequest(context, namespace, body, body['update'], body['query'])
  if (known && match) return updated(context, known, match, compiled, isTruthy(body['new']), project)
  if (!isTruthy(body['upsert']))
    return { lastErrorObject: { n: 0, updatedExisting: false }, value: null, ok: 1 }
  store.begin()
  const doc = upsert(context, store.ensure(namespace), compiled)
  const value = isTruthy(body['new']) ? project(doc, undefined) : null
  return { lastErrorObject: { n: 1, updatedExisting: false, upserted: doc['_id'] }, value, ok: 1 }
}

type Project = (doc: Doc, position: number | undefined) => Doc

function projection({ body }: Command, context: Context, namespace: string): Project {
  const { fields } = body
  return isDoc(fields) && Object.keys(fields).length > 0
    ? compileProjection(
        fields,
        matchOptions(context.store, namespace, requestOf(context, namespace, body, body['query'])),
      )
    : doc => doc
}

function removed(
  { store }: Context,
  collection: Collection | undefined,
  match: Match | undefined,
  project: Project,
): Doc {
  if (!collection || !match) return { lastErrorObject: { n: 0 }, value: null, ok: 1 }
  store.begin()
  collection.remove(match.stored)
  return { lastErrorObject: { n: 1 }, value: project(documentOf(match), match.position), ok: 1 }
}

function updated(
  context: Context,
  collection: Collection,
  match: Match,
  request: UpdateRequest,
  wantsNew: boolean,
  project: Project,
): Doc {
  context.store.begin()
  const { doc } = applyUpdate(context, collection, match, request)
  const value = project(wantsNew ? doc : documentOf(match), match.position)
  return { lastErrorObject: { n: 1, updatedExisting: true }, value, ok: 1 }
}

export const findAndModifyCommands: Record<string, Handler> = { findAndModify, findandmodify: findAndModify }
