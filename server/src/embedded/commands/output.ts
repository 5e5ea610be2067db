import { ObjectId } from 'bson'
import { runPipeline } from '../aggregate/pipeline.ts'
import { CommandError } from '../errors.ts'
import { encodeKey } from '../keys.ts'
import { splitPath, valueAt } from '../paths.ts'
import { candidates, choosePlan } from '../plan/plan.ts'
import { pipelineRequest } from '../query.ts'
import type { Collection, Stored } from '../storage/collection.ts'
import { type Doc, decode, isDoc } from '../values.ts'
import type { Context } from './command.ts'

/** `$out`: the collection becomes exactly these documents; its indexes stay. */
export function outInto({ store }: Context, database: string, target: unknown, docs: readonly Doc[]): void {
  const collection = store.ensure(namespaceOf(database, target))
  store.begin()
  for (const stored of [...collection.scan.all()]) collection.remove(stored)
  for (const doc of docs) collection.insert(withId(doc))
}

const withId = (doc: Doc): Doc => {
  const { _id = new ObjectId(), ...fields } = doc
  return { _id, ...fields }
}

function namespaceOf(database: string, target: unknown): string {
  if (typeof target === 'string') return `${database}.${target}`
  if (isDoc(target) && typeof target['coll'] === 'string')
    return `${target['db'] ?? database}.${target['coll']}`
  throw new CommandError('BadValue', 'The target of $out and $merge is a name or { db, coll }')
}

/** `$merge`: each document meets the one with the same values under `on`, and `whenMatched` says what becomes of both. */
export function mergeInto(context: Context, database: string, argument: unknown, docs: readonly Doc[]): void {
  const spec = isDoc(argument) ? argument : { into: argument }
  const collection = context.store.ensure(namespaceOf(database, spec['into']))
  const on = spec['on'] ?? '_id'
  const paths = (Array.isArray(on) ? on : [on]).map(String)
  context.store.begin()
  for (const source of docs) {
    const doc = withId(source)
    const met = partner(collection, doc, paths)
    if (met) whenMatched(context, database, collection, spec['whenMatched'] ?? 'merge', met, doc)
    else whenNotMatched(collection, spec['whenNotMatched'] ?? 'insert', doc)
  }
}

function partner(collection: Collection, doc: Doc, paths: readonly string[]): Stored | undefined {
  const query = Object.fromEntries(paths.map(path => [path, { $eq: valueAt(doc, splitPath(path)) ?? null }]))
  const key = (candidate: Doc) => encodeKey(paths.map(path => valueAt(candidate, splitPath(path)) ?? null))
  const wanted = key(doc)
  for (const stored of candidates(collection, choosePlan(collection, { query })))
    if (key(decode(stored.bytes)).equals(wanted)) return stored
  return undefined
}

function whenMatched(
  { store }: Context,
  database: string,
  collection: Collection,
  rule: unknown,
  met: Stored,
  doc: Doc,
): void {
  const before = decode(met.bytes)
  if (Array.isArray(rule)) {
    const request = pipelineRequest(store, database, { new: doc })
    const [result] = runPipeline([before], rule, request)
    if (result) collection.replace(met, { _id: before['_id'], ...result })
    return
  }
  switch (rule) {
    case 'merge':
      collection.replace(met, { ...before, ...doc, _id: before['_id'] })
      return
    case 'replace':
      collection.replace(met, { ...doc, _id: before['_id'] })
      return
    case 'keepExisting':
      return
    case 'fail':
      throw new CommandError('DuplicateKey', '$merge found a matching document and whenMatched is fail', {
        keyPattern: { _id: 1 },
        keyValue: { _id: before['_id'] },
      })
  }
  throw new CommandError('BadValue', 'Unknown whenMatched of $merge')
}

function whenNotMatched(collection: Collection, rule: unknown, doc: Doc): void {
  switch (rule) {
    case 'insert':
      collection.insert(doc)
      return
    case 'discard':
      return
    case 'fail':
      throw new CommandError('BadValue', '$merge could not find a matching document in the target collection')
  }
  throw new CommandError('BadValue', 'Unknown whenNotMatched of $merge')
}
