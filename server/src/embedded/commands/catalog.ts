import { Binary } from 'bson'
import { stagesOf } from '../aggregate/pipeline.ts'
import { defaultBatch } from '../cursors.ts'
import { CommandError } from '../errors.ts'
import { compileQuery } from '../match/compile.ts'
import { type Collection, validatorOf } from '../storage/collection.ts'
import { type Doc, isDoc, isTruthy, numberOr } from '../values.ts'
import { encoded } from './aggregation.ts'
import { docOr, type Handler, namespaceOf } from './command.ts'

/** Options of `create` that are kept and shown again; those of the command itself are not. */
const keptOptions = [
  'capped',
  'size',
  'max',
  'viewOn',
  'pipeline',
  'collation',
  'validator',
  'validationLevel',
  'validationAction',
  'timeseries',
  'expireAfterSeconds',
  'clusteredIndex',
]

const keptOf = (body: Doc): Doc =>
  Object.fromEntries(Object.entries(body).filter(([name]) => keptOptions.includes(name)))

const create: Handler = (command, { store }) => {
  const { body } = command
  const namespace = namespaceOf(command)
  if (store.collection(namespace))
    throw new CommandError('NamespaceExists', `Collection ${namespace} already exists.`)
  if (isTruthy(body['capped']) && body['size'] === undefined)
    throw new CommandError('InvalidOptions', "the 'size' field is required when 'capped' is true")
  if (Array.isArray(body['pipeline'])) stagesOf(body['pipeline'])
  const options = keptOf(body)
  validatorOf(options)
  store.create(namespace, options)
  return { ok: 1 }
}

const drop: Handler = (command, { store }) => {
  const namespace = namespaceOf(command)
  const collection = store.collection(namespace)
  if (!collection) return { ok: 1 }
  const nIndexesWas = collection.indexes.length
  store.drop(collection)
  return { nIndexesWas, ns: namespace, ok: 1 }
}

const dropDatabase: Handler = ({ database }, { store }) => {
  const collections = store.collectionsOf(database)
  for (const collection of collections) store.drop(collection)
  return { ...(collections.length > 0 ? { dropped: database } : {}), ok: 1 }
}

const renameCollection: Handler = ({ body }, { store }) => {
  const from = String(body['renameCollection'])
  const to = String(body['to'])
  const collection = store.collection(from)
  if (!collection) throw new CommandError('NamespaceNotFound', `Source collection ${from} does not exist`)
  const other = store.collection(to)
  if (from === to) throw new CommandError('IllegalOperation', "Can't rename a collection to itself")
  if (other && !isTruthy(body['dropTarget']))
    throw new CommandError('NamespaceExists', 'target namespace exists')
  if (other) store.drop(other)
  store.rename(collection, to)
  return { ok: 1 }
}

const collMod: Handler = (command, { store }) => {
  const { body } = command
  const namespace = namespaceOf(command)
  const collection = store.collection(namespace)
  if (!collection) throw new CommandError('NamespaceNotFound', `ns does not exist: ${namespace}`)
  const change = body['index']
  if (isDoc(change))
    return changeIndex(collection, change, spec => {
      const index = collection.indexes.find(({ name }) => name === spec['name'])
      if (index) store.setIndexSpec(collection, index, spec)
    })
  const options = { ...collection.options, ...keptOf(body) }
  validatorOf(options)
  store.setOptions(collection, options)
  return { ok: 1 }
}

function changeIndex(collection: Collection, change: Doc, keep: (spec: Doc) => void): Doc {
  const pattern = JSON.stringify(change['keyPattern'])
  const index = collection.indexes.find(
    ({ name, spec }) => name === change['name'] || JSON.stringify(spec['key']) === pattern,
  )
  if (!index)
    throw new CommandError(
      'IndexNotFound',
      `cannot find index ${change['name'] ?? pattern} for ns ${collection.namespace}`,
    )
  const reply: Doc = {}
  const spec = { ...index.spec }
  for (const option of ['expireAfterSeconds', 'hidden']) {
    if (change[option] === undefined) continue
    reply[`${option}_old`] = spec[option] ?? false
    reply[`${option}_new`] = change[option]
    spec[option] = change[option]
  }
  if (spec['hidden'] === false) delete spec['hidden']
  keep(spec)
  return { ...reply, ok: 1 }
}

function describe(collection: Collection, nameOnly: boolean): Doc {
  const { namespace, options, uuid } = collection
  const name = namespace.slice(namespace.indexOf('.') + 1)
  const type = 'viewOn' in options ? 'view' : 'timeseries' in options ? 'timeseries' : 'collection'
  if (nameOnly) return { name, type }
  const info = type === 'view' ? { readOnly: true } : { readOnly: false, uuid: new Binary(uuid, 4) }
  const [primary] = collection.indexes
  return { name, type, options, info, ...(type === 'view' ? {} : { idIndex: primary?.spec }) }
}

const listCollections: Handler = ({ body, database }, { store, cursors }) => {
  const matches = compileQuery(docOr(body['filter']))
  const all = store
    .collectionsOf(database)
    .map(collection => describe(collection, false))
    .filter(doc => matches(doc))
  const shown = isTruthy(body['nameOnly']) ? all.map(({ name, type }) => ({ name, type })) : all
  const size = numberOr(docOr(body['cursor'])['batchSize'], defaultBatch)
  return cursors.first(`${database}.$cmd.listCollections`, encoded(shown), size)
}

const listDatabases: Handler = ({ body }, { store }) => {
  const matches = compileQuery(docOr(body['filter']))
  const names = new Set(
    store.collectionsOf().map(({ namespace }) => namespace.slice(0, namespace.indexOf('.'))),
  )
  const databases = [...names]
    .sort()
    .map(name => ({ name, sizeOnDisk: 0, empty: false }))
    .filter(doc => matches(doc))
  if (isTruthy(body['nameOnly'])) return { databases: databases.map(({ name }) => ({ name })), ok: 1 }
  return { databases, totalSize: 0, totalSizeMb: 0, ok: 1 }
}

export const catalogCommands: Record<string, Handler> = {
  create,
  drop,
  dropDatabase,
  renameCollection,
  collMod,
  listCollections,
  listDatabases,
}
