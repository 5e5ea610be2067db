import { defaultBatch } from '../cursors.ts'
import { CommandError } from '../errors.ts'
import { compileQuery } from '../match/compile.ts'
import { shape } from '../plan/plan.ts'
import type { Collection } from '../storage/collection.ts'
import type { Index } from '../storage/indexes.ts'
import { type Doc, isDoc, isNumeric, numberOr, toDouble } from '../values.ts'
import { encoded } from './aggregation.ts'
import { docOr, type Handler, namespaceOf } from './command.ts'

const createIndexes: Handler = (command, { store }) => {
  const { body } = command
  const namespace = namespaceOf(command)
  const specs = (Array.isArray(body['indexes']) ? body['indexes'] : []).filter(isDoc).map(checked)
  if (specs.length === 0) throw new CommandError('BadValue', 'Must specify at least one index to create')
  const createdCollectionAutomatically = !store.collection(namespace)
  const collection = store.ensure(namespace)
  const numIndexesBefore = collection.indexes.length
  for (const spec of specs) if (!existing(collection, spec)) store.createIndex(collection, spec)
  const numIndexesAfter = collection.indexes.length
  const note = numIndexesAfter === numIndexesBefore ? { note: 'all indexes already exist' } : {}
  return { numIndexesBefore, numIndexesAfter, createdCollectionAutomatically, ...note, ok: 1 }
}

/** The spec as it is kept. Throws CannotCreateIndex on kinds of index this store does not have. */
function checked(spec: Doc): Doc {
  const { key, name, v, ns, background, ...rest } = spec
  if (!isDoc(key) || Object.keys(key).length === 0)
    throw new CommandError('CannotCreateIndex', 'Index keys cannot be an empty object.')
  if (typeof name !== 'string' || name === '')
    throw new CommandError(
      'FailedToParse',
      "The 'name' field is a required property of an index specification",
    )
  if (Object.values(key).includes('text')) return textSpec(spec)
  for (const [path, direction] of Object.entries(key)) {
    if (direction === 'hashed') continue
    const number = isNumeric(direction) ? toDouble(direction) : 0
    if (number !== 0 && !Number.isNaN(number)) continue
    throw new CommandError(
      'CannotCreateIndex',
      `Unsupported kind of index on '${path}': ${String(direction)}`,
    )
  }
  const { partialFilterExpression: filter, expireAfterSeconds: expiry } = spec
  if (filter !== undefined && !isDoc(filter))
    throw new CommandError('CannotCreateIndex', 'partialFilterExpression must be a document')
  if (isDoc(filter)) compileQuery(filter)
  if (filter !== undefined && spec['sparse'] === true)
    throw new CommandError('CannotCreateIndex', 'cannot mix "partialFilterExpression" and "sparse" options')
  if (expiry !== undefined && (numberOr(expiry, -1) < 0 || Object.keys(key).length > 1))
    throw new CommandError(
      'CannotCreateIndex',
      'TTL index needs one field and a non-negative number of expireAfterSeconds',
    )
  return {
    v: 2,
    key: Object.fromEntries(Object.entries(key).map(([path, direction]) => [path, sign(direction)])),
    name,
    ...rest,
  }
}

/** A text index is shown with one entry for all its fields, which are listed with their weights. */
function textSpec({ key, name, v, ns, background, weights, ...rest }: Doc): Doc {
  if ('collation' in rest && docOr(rest['collation'])['locale'] !== 'simple')
    throw new CommandError('CannotCreateIndex', "Index type 'text' does not support collation")
  const fields = Object.entries(docOr(key))
  const texts = fields.filter(([, kind]) => kind === 'text').map(([path]) => [path, 1])
  const first = fields.findIndex(([, kind]) => kind === 'text')
  const plain = fields.filter(([, kind]) => kind !== 'text')
  return {
    v: 2,
    key: {
      ...Object.fromEntries(plain.slice(0, first)),
      _fts: 'text',
      _ftsx: 1,
      ...Object.fromEntries(plain.slice(first)),
    },
    name,
    weights: { ...Object.fromEntries(texts), ...docOr(weights) },
    default_language: 'english',
    language_override: 'language',
    ...rest,
    textIndexVersion: 3,
  }
}

const sign = (direction: unknown): unknown =>
  isNumeric(direction) ? (toDouble(direction) < 0 ? -1 : 1) : direction

/** Whether the same index is there already. Throws when one is that has the name or the key but differs otherwise. */
function existing(collection: Collection, spec: Doc): boolean {
  const options = ({ v, ...rest }: Doc) =>
    JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)))
  const sameKey = (index: Index) => shape(docOr(index.spec['key'])) === shape(docOr(spec['key']))
  if (isDoc(spec['key']) && shape(spec['key']) === shape({ _id: 1 })) return true
  const named = collection.indexes.find(({ name }) => name === spec['name'])
  if (named) {
    if (!sameKey(named))
      throw new CommandError(
        'IndexKeySpecsConflict',
        `An existing index has the same name as the requested index. When index names are not specified, they are auto generated and can cause conflicts. Please refer to our documentation. Requested index: ${JSON.stringify(spec)}, existing index: ${JSON.stringify(named.spec)}`,
      )
    if (options(named.spec) === options(spec)) return true
    throw new CommandError(
      'IndexKeySpecsConflict',
      `An equivalent index already exists with the same name but different options. Requested index: ${JSON.stringify(spec)}, existing index: ${JSON.stringify(named.spec)}`,
    )
  }
  const same = collection.indexes.find(
    index =>
      sameKey(index) && JSON.stringify(index.partial) === JSON.stringify(spec['partialFilterExpression']),
  )
  if (!same) return false
  throw new CommandError('IndexOptionsConflict', `Index already exists with a different name: ${same.name}`)
}

const listIndexes: Handler = (command, { store, cursors }) => {
  const namespace = namespaceOf(command)
  const collection = store.collection(namespace)
  if (!collection) throw new CommandError('NamespaceNotFound', `ns does not exist: ${namespace}`)
  const size = numberOr(docOr(command.body['cursor'])['batchSize'], defaultBatch)
  return cursors.first(
    `${command.database}.$cmd.listIndexes.${String(command.body['listIndexes'])}`,
    encoded(collection.indexes.map(({ spec }) => spec)),
    size,
  )
}

const dropIndexes: Handler = (command, { store }) => {
  const namespace = namespaceOf(command)
  const collection = store.collection(namespace)
  if (!collection) throw new CommandError('NamespaceNotFound', `ns not found ${namespace}`)
  const nIndexesWas = collection.indexes.length
  for (const index of wantedIndexes(collection, command.body['index'])) store.dropIndex(collection, index)
  return { nIndexesWas, ok: 1 }
}

function wantedIndexes(collection: Collection, wanted: unknown): Index[] {
  if (wanted === '*') return collection.indexes.filter(({ isPrimary }) => !isPrimary)
  return (Array.isArray(wanted) ? wanted : [wanted]).map(name => {
    const index = collection.indexes.find(candidate =>
      isDoc(name) ? shape(docOr(candidate.spec['key'])) === shape(name) : candidate.name === name,
    )
    if (!index) throw new CommandError('IndexNotFound', `index not found with name [${String(name)}]`)
    if (index.isPrimary) throw new CommandError('InvalidOptions', 'cannot drop _id index')
    return index
  })
}

export const indexingCommands: Record<string, Handler> = {
  createIndexes,
  listIndexes,
  dropIndexes,
  deleteIndexes: dropIndexes,
}
